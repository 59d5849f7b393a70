/** Speed of the network and of master/worker runs, in the scenarios that the peers run too. */
package clock2cloud.bench.cluster;
