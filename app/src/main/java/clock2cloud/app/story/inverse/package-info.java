/**
 * The question backwards: from a few timings of steps to the machine that made them. After Hockney's and Curington's f½ and
 * Williams' roofline, with the bootstrap of Efron (1979) for the uncertainty. Leaves out caches: a bandwidth that is inferred is
 * that of wherever the weights were.
 */
package clock2cloud.app.story.inverse;
