/**
 * Labelled examples as bytes: IDX, folders of pictures, CSV, NPZ and CIFAR-10's binary records, read exactly or refused.
 *
 * <p>Follows LeCun, Cortes and Burges, <i>The MNIST database of handwritten digits</i> (1998), for IDX, and the NumPy
 * manual, {@code numpy.lib.format}, for NPZ. Leaves out augmentation, streaming of data larger than memory, and
 * targets that are not one class of several.
 */
package clock2cloud.nn.data;
