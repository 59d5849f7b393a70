/**
 * The rules of EC2's spot market by date. Follows Amazon's announcements and the user guide of February 2018. Leaves out regions that changed on another day.
 */
package clock2cloud.spot.rule;
