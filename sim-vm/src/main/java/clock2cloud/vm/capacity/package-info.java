/**
 * How big a pool must be, and what it costs: fragmentation, blocking, growth, failover, overcommit risk, fairness among
 * tenants.
 *
 * <p>Follows Erlang (1917), the vSphere Availability guide (6.7) and Ghodsi et al., <i>Dominant Resource Fairness</i> (NSDI
 * 2011). Leaves out: correlated failures, seasons of demand, and hardware that gets cheaper while one waits.
 */
package clock2cloud.vm.capacity;
