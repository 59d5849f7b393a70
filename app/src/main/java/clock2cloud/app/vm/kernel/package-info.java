/**
 * The check of the vm floor's models against the Linux kernel of this machine: real processes in real control groups.
 *
 * <p>Follows the kernel's Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/. Leaves out: I/O controllers.
 */
package clock2cloud.app.vm.kernel;
