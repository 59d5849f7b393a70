/** The commands, figures and checks of the floor {@code c2c vm}. */
package clock2cloud.app.vm;
