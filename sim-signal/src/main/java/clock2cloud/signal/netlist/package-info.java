/**
 * A SPICE deck read into elements: names, nodes, values, models, subcircuits and what the deck asks to see.
 *
 * <p>Follows the SPICE 3 language (Quarles, Newton, Pederson, Sangiovanni-Vincentelli, <i>SPICE3 Version 3f3 User's
 * Manual</i>, 1993) as ngspice reads it. Left out: analyses other than {@code .tran}, temperature, behavioural sources and
 * semiconductor models other than the diode and the level-1 MOSFET; such cards are refused by name.
 */
package clock2cloud.signal.netlist;
