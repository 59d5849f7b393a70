/**
 * A job on machines that die under it: simulated run by run, in distribution, beside the closed form where there is one.
 * Follows Daly (2006) and Yi, Kondo and Andrzejak (2010). Leaves out jobs that use several machines at once.
 */
package clock2cloud.spot.job;
