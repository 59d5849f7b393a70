/**
 * What the interactive figures compute: numbers in, numbers out, by the models themselves. The module {@code sliders}
 * compiles these classes to JavaScript; a test holds both against each other. No text formatting, no files, no clock.
 */
package clock2cloud.app.slider;
