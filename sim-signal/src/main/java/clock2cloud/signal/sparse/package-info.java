/**
 * Sparse linear systems for circuits: minimum-degree ordering, LU with threshold pivoting, and refactorisation on a known
 * pattern.
 *
 * <p>Follows Amestoy, Davis and Duff, "An Approximate Minimum Degree Ordering Algorithm" (1996), and Gilbert and Peierls,
 * "Sparse Partial Pivoting in Time Proportional to Arithmetic Operations" (1988). Left out: supernodes, block triangular
 * form, and matrices that are not square.
 */
package clock2cloud.signal.sparse;
