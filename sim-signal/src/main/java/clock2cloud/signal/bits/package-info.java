/**
 * A message through a wire: driver, wire, receiver, the bits that arrive, and how often they are wrong.
 *
 * <p>Follows Dally and Poulton, <i>Digital Systems Engineering</i> (1998), and Stojanovic and Horowitz, CICC 2003, for the
 * statistical eye. Left out: equalisation, clock recovery, and drivers that are not linear (see {@code transient}).
 */
package clock2cloud.signal.bits;
