/**
 * The fast kernels, over {@code jdk.incubator.vector}; loaded by name when that module is there.
 *
 * <p>Follows Goto and van de Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i> (2008).
 */
package clock2cloud.nn.vector;
