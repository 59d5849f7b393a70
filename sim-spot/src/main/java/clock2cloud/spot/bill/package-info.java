/**
 * What a lease of a machine costs, line by line, under the rule of its day: per hour begun or per second, the killed hour
 * free or the first hour free. Follows Amazon's published rules of 2009 to today. Leaves out storage, data transfer and
 * taxes.
 */
package clock2cloud.spot.bill;
