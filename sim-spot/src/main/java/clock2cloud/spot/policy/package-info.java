/**
 * When to run on spot, when on demand, when to wait: jobs with a deadline over recorded availability, and the optimum with
 * perfect information as the yardstick. Follows Wu et al., <i>Can't Be Late</i> (NSDI 2024). Leaves out prices that move
 * while a job runs and machines of different speed.
 */
package clock2cloud.spot.policy;
