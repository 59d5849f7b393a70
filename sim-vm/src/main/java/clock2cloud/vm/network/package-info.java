/**
 * Bytes between guest and host, shared folders and forwarded ports over the virtual network, and between hosts over common
 * wires.
 *
 * <p>Follows Russell, <i>virtio: Towards a De-Facto Standard for Virtual I/O Devices</i> (2008) for the cost per message,
 * and the window law of TCP (RFC 7323, section 1.1); between hosts Velho and Legrand (SIMUTools 2009).
 * Leaves out: lost packets, caching in the guest and write-back.
 */
package clock2cloud.vm.network;
