/** Speed of the vm floor beside CloudSim Plus 8.5.7. */
package clock2cloud.bench.vm;
