/**
 * Why the clock stopped: switching and leakage power, Dennard scaling and its end, heat, and the processors' own record.
 *
 * <p>Follows Dennard et al., <i>IEEE JSSC</i> 9(5) 1974, and Horowitz et al., IEDM 2005. Left out: supply noise, ageing,
 * variation between dies, and the cost of cooling.
 */
package clock2cloud.signal.wall;
