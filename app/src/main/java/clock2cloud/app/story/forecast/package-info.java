/**
 * A forecast for a net on a machine: seconds a step, an epoch and a run with their intervals, what limits it, what it costs;
 * one net at a time or a file of thousands. Every step is a sum of named parts, each with its equation and the source of its
 * coefficient. Leaves out reading the data set, the first steps, and what the neighbours do.
 */
package clock2cloud.app.story.forecast;
