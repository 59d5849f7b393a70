/**
 * A virtual machine's life beyond running: boot, save, restore, resize, and moving to another host, live or cold.
 *
 * <p>Follows Clark et al., <i>Live Migration of Virtual Machines</i> (NSDI 2005). Leaves out: post-copy, page compression,
 * the slowdown of the guest by page tracking, and the move of its disk unless asked for.
 */
package clock2cloud.vm.migration;
