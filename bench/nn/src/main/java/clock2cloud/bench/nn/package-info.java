/** The trainer beside its peers, in one run: matrix products and epochs of MNIST. Leaves out anything but speed and accuracy. */
package clock2cloud.bench.nn;
