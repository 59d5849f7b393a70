/**
 * Prices over time, the bids held against them and the evictions that follow. Follows Agmon Ben-Yehuda et al. (2013) and
 * Zheng et al. (2015). Leaves out any effect of one's own bid on the price, except in the auction.
 */
package clock2cloud.spot.price;
