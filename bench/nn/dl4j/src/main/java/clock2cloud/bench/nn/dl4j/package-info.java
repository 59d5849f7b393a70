/** DL4J on the nets of the trainer. Leaves out anything but speed and accuracy. */
package clock2cloud.bench.nn.dl4j;
