/**
 * The simplest models of time, which a forecast has to beat: peak and roofline (Williams, Waterman and Patterson 2009), Paleo
 * (Qi, Sparks and Talwalkar 2017), a line in the batch (PROFET, Lee et al. 2023), the last machine times a ratio of peaks.
 */
package clock2cloud.app.story.baseline;
