/**
 * Work on many machines: master and workers, bags and graphs of tasks, map-reduce, parameter server, all-reduce; with
 * crashes, slow nodes and cut links. What was not done is part of the result, with the reason.
 *
 * <p>Follows Casanova, Legrand and Robert, <i>Parallel Algorithms</i> (2008), and Dean and Ghemawat, <i>MapReduce</i>
 * (OSDI 2004). Failures are noticed at once; leaves out time-outs, disks and memory.
 */
package clock2cloud.cluster.job;
