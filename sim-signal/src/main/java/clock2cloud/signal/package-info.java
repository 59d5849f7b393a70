/**
 * How far a bit gets in one clock: wires, bits, gates, netlists, power.
 *
 * <p>Read {@code wire} (a step through a wire), {@code bits} (a message through the wire), {@code logic} (a clock through
 * gates) and {@code wall} (why the clock stopped), in this order. Follows Weste and Harris, <i>CMOS VLSI Design</i>
 * (2010). Left out: manufacturing yield, ageing, and everything above a single clock domain.
 */
package clock2cloud.signal;
