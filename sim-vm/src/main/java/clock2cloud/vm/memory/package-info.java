/**
 * Memory that is promised more than once: page sharing, ballooning, swapping.
 *
 * <p>Follows Waldspurger, <i>Memory Resource Management in VMware ESX Server</i> (OSDI 2002), sections 3 to 5. Leaves
 * out: memory compression, huge pages, and the time that reclaiming itself takes.
 */
package clock2cloud.vm.memory;
