/**
 * What a processor, more cores and more machines buy: kernels, speedup, networks, HDFS.
 *
 * <p>Follows Hennessy and Patterson, <i>Computer Architecture: A Quantitative Approach</i> (2017).
 */
package clock2cloud.cluster;
