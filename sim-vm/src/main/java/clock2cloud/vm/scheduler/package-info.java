/**
 * Who runs now: proportional-share CPU schedulers simulated at their quantum, with bandwidth control on top.
 *
 * <p>Follows Waldspurger and Weihl, <i>Stride Scheduling</i> (MIT/LCS/TM-528, 1995); the Xen credit scheduler's wiki page;
 * the kernel's Documentation/scheduler/sched-design-CFS.rst and sched-bwc.rst; Turner, Rao and Rao, <i>CPU Bandwidth
 * Control for CFS</i> (Linux Symposium 2010). Leaves out: a run queue per core (all cores share one queue, so balancing
 * is perfect and free), cache warmth, SMT, real-time classes, and the hand-out of quota in 5 ms slices to each core.
 */
package clock2cloud.vm.scheduler;
