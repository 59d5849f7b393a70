/**
 * A file system on many machines, as the NameNode of HDFS keeps it: blocks, replicas, racks, failures.
 *
 * <p>Follows K. Shvachko and others, <i>The Hadoop Distributed File System</i>, MSST 2010, and the classes of Apache Hadoop
 * 3. Leaves out the name space (folders, permissions, leases), append and truncate, federation and snapshots.
 */
package clock2cloud.cluster.hdfs;
