/**
 * The real trainer: matrices, layers, data sets, checkpoints; its own count of flops and bytes.
 *
 * <p>Follows Nielsen, <i>Neural Networks and Deep Learning</i> (2015), chapters 1 to 3.
 */
package clock2cloud.nn;
