/**
 * A step through a wire: RC, RLC and lossless lines in closed form, each approximation beside its exact answer.
 *
 * <p>Follows Bakoglu, <i>Circuits, Interconnections, and Packaging for VLSI</i> (1990). Left out: skin effect, dielectric
 * loss, bends and vias; every wire is uniform.
 */
package clock2cloud.signal.wire;
