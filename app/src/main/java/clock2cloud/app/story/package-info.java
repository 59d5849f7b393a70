/** The ladder: numbers up the stack; calibration; forecast against measurement. Read it from top to bottom. */
package clock2cloud.app.story;
