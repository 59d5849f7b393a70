/**
 * How much to bid. Follows Zheng et al. (SIGCOMM 2015), corrected, and the quantile bids of Wolski, Brevik et al. (SC 2017).
 * Leaves out the effect of one's own bid on the price.
 */
package clock2cloud.spot.bid;
