/** Speed of the spot floor by JMH. Leaves out the commands around it: parsing, tables and the start of the JVM. */
package clock2cloud.bench.spot;
