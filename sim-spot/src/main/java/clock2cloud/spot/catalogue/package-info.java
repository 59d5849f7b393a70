/**
 * What EC2 had on offer in July 2017 and in July 2026: processors, accelerators, prices. Compiled from
 * vantage-sh/ec2instances.info and vendor data sheets. Leaves out regions other than us-east-1 and every system but Linux.
 */
package clock2cloud.spot.catalogue;
