/**
 * One number changed on any floor, and what it does to the price of a training run: gates to clock, clock to rate, rate to
 * step, step to cluster, cluster to virtual machine, hours to bill. The figures of the wire and the gate are set so that the
 * untouched chain has the clock of the machine that it begins with. Leaves out caches and memory: the products are what counts.
 */
package clock2cloud.app.story.chain;
