/**
 * Who gets what of one contended resource: shares, reservations and limits, flat and in nested pools.
 *
 * <p>Follows the vSphere Resource Management guide (6.7), chapters 2 and 9. Leaves out: entitlements that drift over
 * several scheduling periods; each answer is the steady state.
 */
package clock2cloud.vm.entitlement;
