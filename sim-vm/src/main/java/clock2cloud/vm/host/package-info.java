/**
 * One machine cut into pieces: admission, entitlement, memory, NUMA, SMT, burst credits, and the time of shared work.
 *
 * <p>Follows the vSphere Resource Management guide (6.7) and Waldspurger, <i>Memory Resource Management in VMware ESX
 * Server</i> (OSDI 2002). Leaves out: cache and memory-bandwidth interference between neighbours, power capping, and
 * the clock's own changes under load.
 */
package clock2cloud.vm.host;
