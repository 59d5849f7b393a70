// %% [markdown]
// # Reading 10101010
// "At 2.53 GHz the wire has only come to 2 V when the first bit ends, and 10101010 is read as 00000000." Is that so?
// The wrong first guess: a bit that only gets to 2 V of 5 V is lost, so every 1 is.

// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.signal.bits.Driver;
import clock2cloud.signal.bits.ErrorCount;
import clock2cloud.signal.bits.ErrorRate;
import clock2cloud.signal.bits.FastestClock;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Message;
import clock2cloud.signal.bits.Noise;
import clock2cloud.signal.bits.Receiver;
import clock2cloud.signal.bits.WorstCaseEye;
import java.util.Locale;
import java.util.SplittableRandom;

void print(String format, Object... values) { System.out.println(String.format(Locale.ROOT, format, values)); }

// %% [markdown]
// A 5 V driver, an RC wire that has come to 2 V after one bit, and a receiver that looks at the end of each bit.

// %%
Message sent = Message.of("10101010");
Link link = Link.reaching(2.0, Driver.of(5, 2.53e9), 2.5);
for (Link.Sample s : link.receive(sent).samples()) {
    print("%6.0f ps  %.4f V  sent %d  read %d", s.timeSeconds() * 1e12, s.volts(), s.sent() ? 1 : 0, s.received() ? 1 : 0);
}

// %% [markdown]
// Only the first 1 dies: each 0 leaves something behind, so the wire climbs, towards 5 / (1 + 0.6) = 3.125 V. What is
// read depends on the threshold: TTL takes 2.0 V for a 1, half swing is 2.5 V, CMOS wants 0.7 of 5 V.

// %%
for (double threshold : new double[] {2.0, 2.5, 3.0, 3.5}) {
    print("threshold %.1f V: %s", threshold, link.withReceiver(Receiver.atEndOfBit(threshold)).receive(sent).received());
}

// %% [markdown]
// So the sentence is true above 3.125 V, and with half swing only the first bit is lost. But 10101010 is a kind message.
// The worst one leaves an eye of 5 (1 - 2 * 0.6) V:

// %%
print("worst-case eye: %.3f V", WorstCaseEye.of(link).openingVolts());
print("0000001000 is read %s", link.receive(Message.of("0000001000")).received());
print("any message is read up to %.3f GHz", FastestClock.of(link, Noise.NONE, 1e-12).clockHertz() / 1e9);

// %% [markdown]
// A receiver that holds its last bit within a band (hysteresis) against noise makes it worse here:

// %%
print("1.5 V to 2.5 V: %s", link.withReceiver(new Receiver(1.5, 2.5, 1)).receive(sent).received());

// %% [markdown]
// Now slow the clock to 1.5 GHz and add noise. Count errors in a million random bits, and hold them against the closed form.

// %%
Link slow = link.withClock(1.5e9);
Noise noise = new Noise(0.25, 10e-12);
double expected = new ErrorRate(slow, noise).probability();
ErrorCount count = ErrorCount.simulate(slow, noise, 1_000_000, new SplittableRandom(2017));
print("closed form %.6f, counted %.6f, %.1f standard errors apart", expected, count.probability(), Math.abs(count.probability() - expected) / count.standardError(expected));
FastestClock safe = FastestClock.of(link, noise, 1e-12);
print("one error in 10^12 bits: %.3f GHz, limited by %s", safe.clockHertz() / 1e9, safe.limiter());

// %%
Gallery.show("signal-message");
// %% [markdown]
// **Now try**: find the threshold at which 10101010 is read as 00001010, and explain why it lies between 2.72 V and 2.98 V.
