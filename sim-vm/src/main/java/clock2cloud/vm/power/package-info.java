/**
 * What a host draws while it computes, and what that adds up to.
 *
 * <p>Follows SPECpower_ssj2008's figures and Heinrich et al., <i>Predicting the Energy Consumption of MPI Applications at Scale
 * Using a Single Node</i> (Cluster 2017) for the straight line. Leaves out: heat, fans, and that the same utilisation costs more
 * in bursts.
 */
package clock2cloud.vm.power;
