/**
 * Tasks of uneven size on equal workers: fork and join, loop schedules, work stealing, list schedules.
 *
 * <p>Follows R. Graham, <i>Bounds on multiprocessing timing anomalies</i>, SIAM J. Appl. Math. 17(2), 1969, and the loop
 * schedules of OpenMP. Leaves out caches that get cold when a task moves, and workers of different speed.
 */
package clock2cloud.cluster.schedule;
