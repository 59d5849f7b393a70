/** The models of the interactive figures as a script: an island of JavaScript, made by TeaVM, that no Java imports. */
package clock2cloud.slider;
