/** Static pages: the walkthroughs and the story, each one HTML file that needs nothing but a browser. */
package clock2cloud.app.page;
