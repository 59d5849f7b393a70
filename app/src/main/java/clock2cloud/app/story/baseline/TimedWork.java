package clock2cloud.app.story.baseline;

/**
 * A layer or a step that was timed.
 *
 * @param shape what it shares with the same work at other batches, and only with that
 * @param alike what rows share that one line in the batch may be drawn through where each shape was timed at a single batch
 * @param seconds of one pass over the batch
 */
public record TimedWork(String shape, String alike, int batch, SheetSeconds sheet, double seconds) {}
