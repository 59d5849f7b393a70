// %% [markdown]
// # What happens in one tick of the clock?
// A laptop of 2009 ticks 2.53 thousand million times a second; one of today hardly more. What must be done within a
// tick, and why did ticks stop getting shorter?
// The wrong first guess: transistors cannot switch any faster.
// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.signal.wall.LogicDepth;
import clock2cloud.signal.wall.PowerWall;
import clock2cloud.signal.wall.Processor;
import clock2cloud.signal.wire.FlightDistance;
import java.util.Locale;

void print(String format, Object... values) { System.out.println(String.format(Locale.ROOT, format, values)); }
// %% [markdown]
// Within a tick a bit leaves a register, passes a row of gates, and must stand still before the next register. How many
// gates fit into a row?
// %%
for (Processor p : Processor.all()) {
    if (p.name().contains("P8700") || p.name().contains("Alpha") || p.name().contains("VAX")) {
        print("%-18s %8.1f MHz, a gate takes %7.1f ps: %.0f gates a tick", p.name(), p.clockHertz() / 1e6, p.gateDelaySeconds() * 1e12, p.gatesPerClock());
    }
}
print("light gets %.0f mm far in a tick of 2.53 GHz", 1e3 * FlightDistance.inVacuum(2.53e9).metresPerClock());
// %% [markdown]
// So faster gates and longer pipelines made shorter ticks, for thirty years. Gates are still getting faster. But every
// gate that switches makes heat, and a fan carries away about 100 W.
// %%
PowerWall wall = new PowerWall(100);
print("the wall: %.0f", Math.floor(wall.wallYear()));
for (int year : new int[] {1995, 2003, 2009, 2023}) {
    PowerWall.Year y = wall.at(year);
    print("%d: gates would allow %5.2f GHz; at 100 W %3.0f%% of them may work", year, y.timingClockHertz() / 1e9, 100 * y.litFraction());
}
// %% [markdown]
// It is the heat. That is why clocks stand still and cores multiply, and why the rest of this story is about many.
// %%
Gallery.show("signal-clock-by-year");
Gallery.show("signal-power-wall");
// %% [markdown]
// Now try: a limit of 300 W, as a data centre with cold water has it. By how many years does the wall move?
