/**
 * Platforms by shape: star, dumbbell, two-level tree, fat tree, torus, any graph.
 *
 * <p>Follows Dally and Towles, <i>Principles and Practices of Interconnection Networks</i> (2004), and Al-Fares et al.,
 * <i>A scalable, commodity data center network architecture</i> (SIGCOMM 2008). Routes are fixed; leaves out adaptive
 * routing.
 */
package clock2cloud.cluster.topology;
