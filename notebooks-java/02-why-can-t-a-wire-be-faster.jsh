// %% [markdown]
// # Why can't a wire be faster?
// A chip's clock ticks 2.53 thousand million times a second. Something must get from one end of a wire to the other
// within each tick. Two things are in its way: light, and the wire itself.
// The wrong first guess: signals travel at the speed of light, so a chip of a centimetre is crossed in no time.

// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.signal.wire.BakogluRepeaters;
import clock2cloud.signal.wire.DrivenLine;
import clock2cloud.signal.wire.FlightDistance;
import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.SakuraiDelay;
import clock2cloud.signal.wire.WireGeometry;
import java.util.Locale;

void print(String format, Object... values) { System.out.println(String.format(Locale.ROOT, format, values)); }

// %% [markdown]
// Light first. In one tick it gets about as far as your hand is wide, and half of that in a circuit board.

// %%
double clock = 2.53e9;
print("one tick: %.1f ps", 1e12 / clock);
print("light in vacuum: %.1f mm", 1e3 * FlightDistance.inVacuum(clock).metresPerClock());
print("in a circuit board: %.1f mm", 1e3 * new FlightDistance(clock, 4.3).metresPerClock());

// %% [markdown]
// Now the wire. A thin copper wire on a 45 nm chip has 1.9 kohm and 0.2 pF a millimetre, and must be filled like a hose:
// the delay is 0.38 R C, and both R and C grow with length. So twice as long is four times as slow.

// %%
WireGeometry metal3 = new WireGeometry(80e-9, 144e-9, 2.2e-8, 200e-12);
for (double millimetres : new double[] {0.5, 1, 2, 4}) {
    double delay = metal3.delaySeconds(millimetres * 1e-3);
    print("%.1f mm: %7.1f ps, at most %5.2f GHz", millimetres, delay * 1e12, 1e-9 / delay);
}
print("within one tick: %.2f mm", 1e3 * metal3.reachMetres(clock));

// %% [markdown]
// A fatter wire higher up on the chip has more room, and reaches five times as far.

// %%
WireGeometry metal8 = new WireGeometry(410e-9, 720e-9, 2.2e-8, 200e-12);
print("metal 8 within one tick: %.2f mm", 1e3 * metal8.reachMetres(clock));

// %% [markdown]
// Is 0.38 R C true? The one-resistor picture says 0.69 R C; the exact line says 0.3787. Sakurai's formula, which everyone
// uses when there is a driver and a load, is a few per cent off: ask it.

// %%
print("one lump: %.4f RC, exact line: %.4f RC", new LumpedRc(1, 1).delaySeconds(0.5), new DrivenLine(0, 1, 1, 0).delaySeconds(0.5));
SakuraiDelay sakurai = new SakuraiDelay(1, 1, 1, 1);
print("Sakurai: %.4f RC, exact %.4f RC, error %.1f%%", sakurai.delaySeconds(0.5), sakurai.exactSeconds(0.5), 100 * sakurai.errorFraction(0.5));

// %% [markdown]
// The cure: cut the wire, and put an inverter at each cut. Then delay grows with length, not with its square.

// %%
for (double millimetres : new double[] {2, 4, 8}) {
    double r = metal3.ohms(millimetres * 1e-3);
    double c = metal3.farads(millimetres * 1e-3);
    BakogluRepeaters law = new BakogluRepeaters(r, c, 10e3, 0.5e-15);
    print("%.0f mm: bare %6.0f ps, with %2d repeaters %4.0f ps", millimetres, law.exactDelaySeconds(1, law.bestSize()) * 1e12, law.count(), law.exactDelaySeconds(law.count(), law.bestSize()) * 1e12);
}

// %%
Gallery.show("signal-repeaters");
// %% [markdown]
// **Now try**: make the wire twice as wide and see that its reach grows by the square root of two. Then find the clock at
// which light itself could no longer cross a chip of 10 mm.
