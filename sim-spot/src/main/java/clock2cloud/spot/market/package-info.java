/**
 * Where prices come from: an auction that clears, the band that Amazon ran in 2010, a provider that maximises its revenue,
 * regimes, and recorded histories. Follows Agmon Ben-Yehuda et al. (ACM TEAC 2013) and Zheng et al. (SIGCOMM 2015). Leaves
 * out strategic bidding.
 */
package clock2cloud.spot.market;
