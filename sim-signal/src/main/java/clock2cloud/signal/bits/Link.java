package clock2cloud.signal.bits;

import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.StepResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * Driver, wire and receiver: what comes out when a message goes in, without noise.
 *
 * <p>The wire is linear, so its output is the sum of its step responses at the driver's edges (superposition). The wire
 * is at the low level before the first bit.
 */
public record Link(Driver driver, StepResponse wire, Receiver receiver) {

    /** An RC wire whose far end has reached {@code firstVolts} when the first bit, a 1, ends. */
    public static Link reaching(double firstVolts, Driver driver, double thresholdVolts) {
        double fraction = (firstVolts - driver.lowVolts()) / driver.swingVolts();
        return new Link(driver, LumpedRc.through(fraction, driver.bitSeconds()), Receiver.atEndOfBit(thresholdVolts));
    }

    /** The voltage at the far end, {@code seconds} after the message begins. */
    public double voltsAt(Message message, double seconds) {
        double bit = driver.bitSeconds();
        int last = (int) Math.min(message.length() - 1, Math.floor(seconds / bit));
        double swing = 0;
        for (int i = 0; i <= last; i++) {
            if (message.bit(i) != message.bit(i - 1)) {
                swing += (message.bit(i) ? 1 : -1) * wire.at(seconds - i * bit);
            }
        }
        return driver.lowVolts() + driver.swingVolts() * swing;
    }

    /** What the receiver sees and says of each bit. */
    public Reception receive(Message message) {
        List<Sample> samples = new ArrayList<>(message.length());
        StringBuilder received = new StringBuilder(message.length());
        boolean before = false;
        for (int i = 0; i < message.length(); i++) {
            double seconds = (i + receiver.samplePhase()) * driver.bitSeconds();
            double volts = voltsAt(message, seconds);
            before = receiver.reads(volts, before);
            samples.add(new Sample(seconds, volts, message.bit(i), before));
            received.append(before ? '1' : '0');
        }
        return new Reception(message.toString(), received.toString(), samples);
    }

    public Link withClock(double clockHertz) {
        return new Link(new Driver(driver.lowVolts(), driver.highVolts(), clockHertz), wire, receiver);
    }

    public Link withReceiver(Receiver other) {
        return new Link(driver, wire, other);
    }

    /** One look at the wire. */
    public record Sample(double timeSeconds, double volts, boolean sent, boolean received) {}

    /** A message as sent and as read. */
    public record Reception(String sent, String received, List<Sample> samples) {
        public Reception {
            samples = List.copyOf(samples);
        }

        public int errors() {
            return (int) samples.stream().filter(s -> s.sent() != s.received()).count();
        }
    }
}
