package clock2cloud.nn.data;

import java.util.Optional;

/**
 * How to read what {@link Found#in} finds.
 *
 * @param size the size that pictures are cut and scaled to; without it, the one that they all have, or 28×28
 * @param colour keep red, green and blue planes; else pictures become grey
 * @param skipsDamaged leave damaged pictures out and name them; else the first one is refused
 * @param labelColumn the header or the number (from 1) of a CSV file's label column; else a header {@code label},
 *     {@code class}, {@code target} or {@code y}, else the first column
 */
public record Reading(Optional<Size> size, boolean colour, boolean skipsDamaged, Optional<String> labelColumn) {
    /** A picture's size in pixels. */
    public record Size(int width, int height) {
        public Size {
            if (!(width > 0 && height > 0 && width <= 4096 && height <= 4096)) {
                throw new IllegalArgumentException(
                        "picture size " + width + "×" + height + ": width and height must be 1 to 4096");
            }
        }

        @Override
        public String toString() {
            return width + "×" + height;
        }
    }

    /** Grey, in the size found, damaged pictures refused. */
    public static Reading asFound() {
        return new Reading(Optional.empty(), false, false, Optional.empty());
    }

    public Reading withSize(Size newSize) {
        return new Reading(Optional.of(newSize), colour, skipsDamaged, labelColumn);
    }

    public Reading withColour(boolean newColour) {
        return new Reading(size, newColour, skipsDamaged, labelColumn);
    }

    public Reading withSkipsDamaged(boolean newSkipsDamaged) {
        return new Reading(size, colour, newSkipsDamaged, labelColumn);
    }

    public Reading withLabelColumn(String newLabelColumn) {
        return new Reading(size, colour, skipsDamaged, Optional.of(newLabelColumn));
    }
}
