/**
 * The discrete-event core: one clock, a 4-ary heap of events, exact doubles, ties broken by insertion order.
 *
 * <p>Follows Law and Kelton, <i>Simulation Modeling and Analysis</i> (1991), chapter 1; the heap is that of Knuth, TAOCP
 * 3, 5.2.3, with four children a node. Leaves out parallel execution and roll-back.
 */
package clock2cloud.cluster.event;
