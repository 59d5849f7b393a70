/**
 * Virtual disks: thin provisioning, snapshots and clones as chains of copy-on-write layers.
 *
 * <p>Follows McLoughlin, <i>The QCOW2 Image Format</i> (2008). Leaves out: compression, encryption, and the alignment of
 * clusters with the file system below.
 */
package clock2cloud.vm.disk;
