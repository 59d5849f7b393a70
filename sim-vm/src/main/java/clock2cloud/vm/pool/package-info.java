/**
 * Many machines sold in pieces: who holds what, placement, fragmentation, capacity planning, failover, and what is left
 * over for the spot market.
 *
 * <p>Follows Panigrahy et al., <i>Heuristics for Vector Bin Packing</i> (2011), Ghodsi et al., <i>Dominant Resource
 * Fairness</i> (NSDI 2011), the vSphere Availability guide (6.7) and Erlang (1917). Leaves out: racks and power domains
 * as failure units, network topology between hosts, licences and affinity rules.
 */
package clock2cloud.vm.pool;
