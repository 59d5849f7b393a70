/**
 * Many instances over several pools: how a fleet spreads, what it loses at once, and what each hour of it costs. Follows the
 * EC2 user guide of February 2018, <i>How Spot Fleet works</i>. Leaves out instance types of different speed, and the time
 * that the provider takes to notice a loss.
 */
package clock2cloud.spot.fleet;
