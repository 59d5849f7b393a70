/** The commands, figures and checks of the floor {@code c2c cluster}. */
package clock2cloud.app.cluster;
