/**
 * How long a step takes on the machine that we run on: what its calibration times, the model that learns from it, and the
 * blind test that holds forecasts against training. Leaves out other machines: those are in {@code story}.
 */
package clock2cloud.app.story.host;
