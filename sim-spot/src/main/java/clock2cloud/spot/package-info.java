/**
 * Prices, bids, evictions, checkpoints, bills.
 *
 * <p>Follows Ben-Yehuda et al., <i>Deconstructing Amazon EC2 Spot Instance Pricing</i> (2013) and Daly (2006).
 */
package clock2cloud.spot;
