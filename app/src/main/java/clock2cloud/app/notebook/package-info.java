/** Walkthroughs: percent cells that open in plain JShell, and the strict runner that stops at the first mistake. */
package clock2cloud.app.notebook;
