package clock2cloud.vm.network;

import java.util.OptionalDouble;

/** Somebody who sends one message after the other. */
public interface Sender {
    /** The next message in bytes, when the last one took so long (0 before the first); empty when all is sent. */
    OptionalDouble next(double lastSeconds);

    /** One message. */
    static Sender of(double bytes) {
        boolean[] sent = {false};
        return lastSeconds -> {
            boolean first = !sent[0];
            sent[0] = true;
            return first ? OptionalDouble.of(bytes) : OptionalDouble.empty();
        };
    }
}
