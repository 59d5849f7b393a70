/**
 * How long layers and steps take on a GPU: an additive law whose coefficients are calibrated on published timings of two
 * generations and carried to others by their data sheets. After Justus, Brennan, Bonner and McGough, <i>Predicting the
 * computational cost of deep learning models</i> (2018), and Paleo (Qi, Sparks and Talwalkar, 2017), which is shown as a
 * baseline. Leaves out tensor cores, mixed precision and several devices at once.
 */
package clock2cloud.app.story.gpu;
