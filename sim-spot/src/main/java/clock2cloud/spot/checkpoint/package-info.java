/**
 * How long a job takes when its machine dies under it, and how often it should save itself. Follows Young (1974), Daly
 * (2006) and Kadupitiya, Jadhao and Sharma (2020). Leaves out checkpoints that can themselves be corrupt, and shared
 * storage that slows down when many jobs save at once.
 */
package clock2cloud.spot.checkpoint;
