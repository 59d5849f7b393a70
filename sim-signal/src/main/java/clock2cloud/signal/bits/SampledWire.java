package clock2cloud.signal.bits;

import java.util.Arrays;

/**
 * A message at the far end at any of its bits' {@code phases} sub-phases, by table: eight bits of history a look-up.
 *
 * <p>{@code table[c][pattern][j]} is what the bits 8c to 8c+7 places back add at sub-phase j. Exact by superposition; the
 * naive sum over all edges is {@link Link#voltsAt}.
 */
final class SampledWire {
    private final int phases;
    private final double low;
    private final double[][] tables;
    private final byte[] window;

    SampledWire(Link link, Message message, int phases) {
        this.phases = phases;
        this.low = link.driver().lowVolts();
        int memory = Taps.memory(link.wire(), link.driver().bitSeconds());
        this.tables = new double[(memory + 8) / 8][256 * phases];
        for (int j = 0; j < phases; j++) {
            fill(link, j, memory);
        }
        this.window = windows(message);
    }

    private void fill(Link link, int j, int memory) {
        double phase = (double) j / phases;
        double[] taps = new double[tables.length * 8];
        double bit = link.driver().bitSeconds();
        double before = 0;
        for (int k = 0; k <= memory; k++) {
            double after = link.wire().at((phase + k) * bit);
            taps[k] = (after - before) * link.driver().swingVolts();
            before = after;
        }
        for (int c = 0; c < tables.length; c++) {
            for (int pattern = 1; pattern < 256; pattern++) {
                int lowest = Integer.numberOfTrailingZeros(pattern);
                tables[c][pattern * phases + j] =
                        tables[c][(pattern & (pattern - 1)) * phases + j] + taps[8 * c + lowest];
            }
        }
    }

    private static byte[] windows(Message message) {
        byte[] window = new byte[message.length()];
        int bits = 0;
        for (int i = 0; i < window.length; i++) {
            bits = (bits << 1) | (message.bit(i) ? 1 : 0);
            window[i] = (byte) bits;
        }
        return window;
    }

    /** Bits that it takes until the start of the message is forgotten. */
    int memory() {
        return 8 * tables.length;
    }

    /** Fills {@code volts} with the bit's sub-phases. */
    void bit(int index, double[] volts) {
        Arrays.fill(volts, 0, phases, low);
        for (int c = 0, i = index; c < tables.length && i >= 0; c++, i -= 8) {
            double[] table = tables[c];
            int from = (window[i] & 0xff) * phases;
            for (int j = 0; j < phases; j++) {
                volts[j] += table[from + j];
            }
        }
    }

    /** At {@code position} bits after the message began, linear between sub-phases. */
    double at(double position) {
        double x = position * phases;
        long below = (long) Math.floor(x);
        double u = x - below;
        double volts = grid(below);
        return u == 0 ? volts : volts + u * (grid(below + 1) - volts);
    }

    private double grid(long step) {
        if (step < 0) {
            return low;
        }
        int bit = (int) (step / phases);
        int j = (int) (step % phases);
        double volts = low;
        for (int c = 0, i = bit; c < tables.length && i >= 0; c++, i -= 8) {
            volts += tables[c][(window[Math.min(i, window.length - 1)] & 0xff) * phases + j];
        }
        return volts;
    }
}
