package clock2cloud.app.story;

/** Seconds of an epoch, and between what nine in ten should fall. */
record Epoch(double low, double seconds, double high) {
    Epoch times(double factor) {
        return new Epoch(low * factor, seconds * factor, high * factor);
    }
}
