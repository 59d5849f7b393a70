/** The commands, figures and checks of the floor {@code c2c nn}. */
package clock2cloud.app.nn;
