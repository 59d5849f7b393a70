/**
 * The arithmetic of a net on panels of 32 columns: products, activations, gathers, and the workers that share them.
 *
 * <p>Follows Goto and van de Geijn, <i>Anatomy of High-Performance Matrix Multiplication</i> (2008). Leaves out
 * sparsity (zero pixels are multiplied like all others), half precision and anything but {@code float}.
 */
package clock2cloud.nn.kernel;
