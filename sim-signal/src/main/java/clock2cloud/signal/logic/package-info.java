/**
 * A clock through gates: how long a gate takes, a path of them, a pipeline, and a flip-flop that cannot decide.
 *
 * <p>Follows Weste and Harris, <i>CMOS VLSI Design</i> (2010), and Sutherland, Sproull and Harris, <i>Logical Effort</i>
 * (1999). Left out: false paths, several clocks, useful skew, and delay that depends on the input's slope.
 */
package clock2cloud.signal.logic;
