package clock2cloud.signal.netlist;

/** A card of a flattened deck. Nodes are numbers; ground is {@link Netlist#GROUND}. */
public sealed interface Element {
    String name();

    /** Line of the deck. */
    int line();

    record Resistor(String name, int line, int a, int b, double ohms) implements Element {}

    /** NaN as the initial voltage: none is given. */
    record Capacitor(String name, int line, int a, int b, double farads, double initialVolts) implements Element {}

    /** NaN as the initial current: none is given. */
    record Inductor(String name, int line, int a, int b, double henries, double initialAmperes) implements Element {}

    /** Mutual inductance {@code M = k sqrt(L1 L2)}. */
    record Coupling(String name, int line, String first, String second, double coefficient) implements Element {}

    /** Current counts from {@code a} through the source to {@code b}. */
    record VoltageSource(String name, int line, int a, int b, Stimulus stimulus) implements Element {}

    record CurrentSource(String name, int line, int a, int b, Stimulus stimulus) implements Element {}

    /** E: volts between a and b are {@code gain} times the volts between c and d. */
    record VoltageControlledVoltage(String name, int line, int a, int b, int c, int d, double gain)
            implements Element {}

    /** G: amperes from a to b are {@code siemens} times the volts between c and d. */
    record VoltageControlledCurrent(String name, int line, int a, int b, int c, int d, double siemens)
            implements Element {}

    /** F: amperes from a to b are {@code gain} times the current of a voltage source. */
    record CurrentControlledCurrent(String name, int line, int a, int b, String control, double gain)
            implements Element {}

    /** H: volts between a and b are {@code ohms} times the current of a voltage source. */
    record CurrentControlledVoltage(String name, int line, int a, int b, String control, double ohms)
            implements Element {}

    /** A lossless line between port a-b and port c-d. */
    record Line(String name, int line, int a, int b, int c, int d, double ohms, double delaySeconds)
            implements Element {}

    /** A resistance that a voltage switches; {@code on} is its state before the first decision. */
    record Switch(String name, int line, int a, int b, int c, int d, SwitchModel model, boolean on)
            implements Element {}

    record Diode(String name, int line, int anode, int cathode, DiodeModel model, double area) implements Element {}

    record Mosfet(
            String name, int line, int drain, int gate, int source, int bulk, MosfetModel model, Geometry geometry)
            implements Element {}

    /** Metres, square metres, squares, and how many in parallel. */
    record Geometry(
            double width,
            double length,
            double drainArea,
            double sourceArea,
            double drainPerimeter,
            double sourcePerimeter,
            double drainSquares,
            double sourceSquares,
            double multiplier) {}
}
