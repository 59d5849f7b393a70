/**
 * What a processor, more cores and more machines buy: laws of speedup, kernels, collectives, queues.
 *
 * <p>Follows J. Hennessy and D. Patterson, <i>Computer Architecture: A Quantitative Approach</i>, and N. Gunther, <i>Guerrilla
 * Capacity Planning</i>. Leaves out pipelines, branch prediction and the operating system: a processor is its rates.
 */
package clock2cloud.cluster;
