/**
 * Cutting hosts and pools into virtual machines, and what the cut costs.
 *
 * <p>Follows the vSphere Resource Management guide and Waldspurger, <i>Memory Resource Management in VMware ESX
 * Server</i> (OSDI 2002).
 */
package clock2cloud.vm;
