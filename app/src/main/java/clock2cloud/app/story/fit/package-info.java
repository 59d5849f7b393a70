/**
 * Curves through timings: non-negative least squares for what has a law, kriging for what is left (Rasmussen and Williams,
 * 2006). Leaves out what is not smooth in the shape.
 */
package clock2cloud.app.story.fit;
