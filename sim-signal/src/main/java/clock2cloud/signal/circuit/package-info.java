/**
 * The transient simulator: modified nodal analysis, operating point, then error-controlled steps of a
 * Lobatto rule (linear circuits), the trapezoidal rule or Gear's.
 *
 * <p>Follows Nagel, <i>SPICE2: A Computer Program to Simulate Semiconductor Circuits</i> (1975), and Ho, Ruehli and
 * Brennan, "The Modified Nodal Approach to Network Analysis" (1975). Left out: noise, temperature, frequency-domain
 * analyses, lossy lines, and semiconductor models other than the diode and the level-1 MOSFET.
 */
package clock2cloud.signal.circuit;
