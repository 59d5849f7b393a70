/**
 * How far a bit gets in one clock: wires, gates, netlists, eyes, errors, power.
 *
 * <p>Follows Weste and Harris, <i>CMOS VLSI Design</i> (2010).
 */
package clock2cloud.signal;
