/**
 * Recorded prices and availability, read strictly: what is odd in a file is named with its line. Formats: {@code aws ec2
 * describe-spot-price-history} (JSON and CSV) and the availability traces of Can't Be Late (Wu et al., NSDI 2024). Leaves
 * out every format that carries more than one pool without naming it.
 */
package clock2cloud.spot.trace;
