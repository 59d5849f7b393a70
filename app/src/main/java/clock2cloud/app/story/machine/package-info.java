/**
 * What a machine is, as its file tells of it: processor, GPU, network, prices by day and region; the shipped catalogue, files
 * of the user's own, and the inverse question, which machine a few timings came from. Every figure is an input with a source,
 * none is fitted. Leaves out disks and what a machine's neighbours do to it.
 */
package clock2cloud.app.story.machine;
