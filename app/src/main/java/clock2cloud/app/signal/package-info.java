/** The commands, figures and checks of the floor {@code c2c signal}. */
package clock2cloud.app.signal;
