/** The command line: one class a command. The only module that prints, draws, reads the clock or makes a seed. */
package clock2cloud.app;
