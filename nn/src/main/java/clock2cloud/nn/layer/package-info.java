/**
 * Layers at work: each reads and writes panels that it was given once, and every operation of it is cut into shares, so
 * that a group of workers runs it together and gets the same bits as one.
 *
 * <p>Follows Nielsen, <i>Neural Networks and Deep Learning</i> (2015), chapter 2, for the equations. Leaves out
 * recurrent layers and normalisation.
 */
package clock2cloud.nn.layer;
