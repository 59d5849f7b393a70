package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;
import java.util.BitSet;
import java.util.random.RandomGenerator;

/** A row of bits, the first one sent first. */
public final class Message {
    private final BitSet ones;
    private final int length;

    private Message(BitSet ones, int length) {
        Domain.require(length > 0, "message: needs at least one bit");
        this.ones = ones;
        this.length = length;
    }

    /** From a text of 0 and 1, such as {@code 10101010}. */
    public static Message of(String bits) {
        BitSet ones = new BitSet(bits.length());
        for (int i = 0; i < bits.length(); i++) {
            char c = bits.charAt(i);
            Domain.require(c == '0' || c == '1', "message: bit %d must be 0 or 1, got '%s'", i + 1, c);
            ones.set(i, c == '1');
        }
        return new Message(ones, bits.length());
    }

    /** Fair and independent bits. */
    public static Message random(int length, RandomGenerator random) {
        BitSet ones = new BitSet(length);
        for (int i = 0; i < length; i++) {
            ones.set(i, random.nextBoolean());
        }
        return new Message(ones, length);
    }

    /** The pseudo-random sequence of {@code x^7 + x^6 + 1} (127 bits, repeated), from the state of seven ones. */
    public static Message prbs7(int length) {
        BitSet ones = new BitSet(length);
        int state = 0x7f;
        for (int i = 0; i < length; i++) {
            int bit = ((state >> 6) ^ (state >> 5)) & 1;
            ones.set(i, bit == 1);
            state = ((state << 1) | bit) & 0x7f;
        }
        return new Message(ones, length);
    }

    public int length() {
        return length;
    }

    /** The bit at {@code index}; before the first it is 0, after the last it stays as the last. */
    public boolean bit(int index) {
        return index >= 0 && ones.get(Math.min(index, length - 1));
    }

    /** How many bits differ. */
    public int distance(Message other) {
        Domain.require(length == other.length, "messages of %d and %d bits cannot be compared", length, other.length);
        BitSet difference = (BitSet) ones.clone();
        difference.xor(other.ones);
        return difference.cardinality();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message that && length == that.length && ones.equals(that.ones);
    }

    @Override
    public int hashCode() {
        return 31 * ones.hashCode() + length;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ones.get(i) ? '1' : '0');
        }
        return text.toString();
    }
}
