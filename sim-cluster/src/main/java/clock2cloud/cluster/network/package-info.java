/**
 * Hosts, links and routes, and flows that share them: a fluid network with weighted max-min fairness.
 *
 * <p>Follows Bertsekas and Gallager, <i>Data Networks</i> (1992), 6.5.2 (max-min fairness by filling), and Casanova and
 * Marchal, <i>A network model for simulation of grid application</i> (LIP RR2002-40); names of the factors as in
 * SimGrid. Leaves out packets, queues, loss and slow start.
 */
package clock2cloud.cluster.network;
