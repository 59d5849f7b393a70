/** The commands, figures and checks of the floor {@code c2c spot}. */
package clock2cloud.app.spot;
