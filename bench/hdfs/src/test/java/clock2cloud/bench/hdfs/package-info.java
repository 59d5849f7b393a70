/** Our NameNode beside a real one in this process. Leaves out everything but where replicas are. */
package clock2cloud.bench.hdfs;
