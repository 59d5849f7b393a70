/**
 * How long a machine lives before it is taken away, and how long one waits for the next. Follows Kadupitiya, Jadhao and
 * Sharma, <i>Modeling the Temporally Constrained Preemptions of Transient Cloud VMs</i> (HPDC 2020). Leaves out lives that
 * depend on one another, but for the empirical runs of a trace.
 */
package clock2cloud.spot.eviction;
