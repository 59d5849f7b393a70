package clock2cloud.signal.circuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.signal.netlist.Netlist;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class TransientPropertiesTest {
    private static Waveforms run(String cards) {
        return Transient.run(Netlist.parse(new StringReader("t\n" + cards), "t.cir"));
    }

    /** A random connected network of R, L and C over seven nodes, driven at n0. */
    private static List<String> network(long seed) {
        Random random = new Random(seed);
        List<String> cards = new ArrayList<>();
        for (int i = 1; i < 7; i++) {
            cards.add("R" + i + " n" + random.nextInt(i) + " n" + i + " " + (50 + random.nextInt(2000)));
            cards.add("C" + i + " n" + i + " " + (random.nextBoolean() ? "0" : "n" + (i - 1)) + " "
                    + (0.1 + random.nextDouble()) + "p");
        }
        cards.add("L1 n3 n6 " + (1 + random.nextInt(20)) + "n");
        cards.add("RG n5 0 5k");
        return cards;
    }

    private static final String END = "\n.tran 20p 4n\n.print v(n3) v(n6) i(v1)\n";

    @Property(tries = 25)
    void aPermutedNetlistGivesTheSameAnswer(@ForAll long seed) {
        List<String> cards = network(seed);
        cards.add("V1 n0 0 PULSE(0 1 0.1n 50p 50p 1n 3n)");
        Waveforms a = run(String.join("\n", cards) + END);
        Collections.shuffle(cards, new Random(seed));
        Waveforms b = run(String.join("\n", cards) + END);
        assertArrayEquals(a.of("v(n6)"), b.of("v(n6)"), 1e-8);
    }

    @Property(tries = 25)
    void answersOfTwoSourcesAddUp(@ForAll long seed, @ForAll @DoubleRange(min = -5, max = 5) double scale) {
        String net = String.join("\n", network(seed));
        String one = "PULSE(0 1 0.1n 50p 50p 1n 3n)";
        double[] both = run(net + "\nV1 n0 0 " + one + "\nI1 0 n4 PULSE(0 " + scale + "m 1n 10p 10p 1n 9n)" + END)
                .of("v(n6)");
        double[] first = run(net + "\nV1 n0 0 " + one + "\nI1 0 n4 0" + END).of("v(n6)");
        double[] second = run(net + "\nV1 n0 0 0\nI1 0 n4 PULSE(0 " + scale + "m 1n 10p 10p 1n 9n)" + END)
                .of("v(n6)");
        for (int i = 0; i < both.length; i++) {
            // three runs with steps of their own, each claimed within 0.1% of its swing; 1e-4 of the swings together
            assertEquals(first[i] + second[i], both[i], 1e-4 * (1 + Math.abs(scale)));
        }
    }

    @Property(tries = 25)
    void aLaterStartIsTheSameAnswerLater(@ForAll long seed) {
        String net = String.join("\n", network(seed));
        double[] now =
                run(net + "\nV1 n0 0 PULSE(0 1 0.2n 50p 50p 9n 99n)" + END).of("v(n6)");
        double[] later =
                run(net + "\nV1 n0 0 PULSE(0 1 1.2n 50p 50p 9n 99n)" + END).of("v(n6)");
        double[] shifted = Arrays.copyOfRange(later, 50, later.length);
        assertArrayEquals(Arrays.copyOf(now, shifted.length), shifted, 1e-5);
    }

    @Property(tries = 25)
    void resistorsAndStoresGiveBackNoMoreEnergyThanTheyGot(@ForAll long seed) {
        double[] amperes = run(String.join("\n", network(seed)) + "\nV1 n0 0 PULSE(0 1 0 10p 10p 1n 99n)"
                        + "\n.tran 1p 4n\n.print i(v1)\n")
                .of("i(v1)");
        double joules = 0;
        for (int i = 0; i < amperes.length; i++) {
            double volts = i < 10 ? i / 10.0 : i < 1010 ? 1 : i < 1020 ? (1020 - i) / 10.0 : 0;
            joules -= volts * amperes[i] * 1e-12;
            assertTrue(joules > -1e-18, "at row " + i + " " + joules + " J have come back");
        }
    }

    @Example
    void chargeIsConservedWhenCapacitorsShare() {
        // 1 pF at 3 V meets 2 pF at 0 V through 1 k: both end at 1 V
        Waveforms w =
                run("C1 a 0 1p IC=3\nC2 b 0 2p IC=0\nR1 a b 1k\nR2 a 0 1e15\n.tran 10p 20n uic\n.print v(a) v(b)\n");
        for (int i = 0; i < w.timesSeconds().length; i++) {
            assertEquals(3, w.of("v(a)")[i] + 2 * w.of("v(b)")[i], 1e-6);
        }
        assertEquals(1, w.of("v(a)")[2000], 1e-6);
    }

    @Example
    void theErrorFallsWithTheSquareOfTheStep() {
        double[] errors = tankErrors("500p", 0, 20, k -> Settings.fixedStep(4e-12 / (1 << k)));
        assertEquals(4, errors[0] / errors[1], 0.3);
        assertEquals(4, errors[1] / errors[2], 0.3);
    }

    /** The same tank for 16 periods: halving the step of the rule of order 4 makes a sixteenth of the error. */
    @Example
    void theErrorFallsWithTheFourthPowerOfTheStepUnderErrorControl() {
        double[] errors = tankErrors(
                "3n", 2048, 64, k -> new Settings(Settings.Method.TRAPEZOIDAL, 1, 1, Math.scalb(16e-12, -k)));
        assertEquals(16, errors[0] / errors[1], 1.5);
        assertEquals(16, errors[1] / errors[2], 1.5);
    }

    @Example
    void theErrorOfGearFallsWithTheSquareOfTheStepToo() {
        double[] errors = tankErrors(
                "100p", 0, 4, k -> Settings.fixedStep(1e-12 / (1 << k)).withMethod(Settings.Method.GEAR));
        assertEquals(4, errors[0] / errors[1], 0.5);
        assertEquals(4, errors[1] / errors[2], 0.5);
    }

    /** Largest errors of the voltage of a tank of 1 nH and 1 pF with 1 mA, for three settings, in volts. */
    private static double[] tankErrors(String stop, int from, int stride, IntFunction<Settings> settings) {
        Netlist tank = Netlist.parse(
                new StringReader("t\nL1 a 0 1n IC=1m\nC1 a 0 1p IC=0\n.tran 1p " + stop + " uic\n.print v(a)\n"),
                "t.cir");
        double omega = 1 / Math.sqrt(1e-21);
        double[] errors = new double[3];
        for (int k = 0; k < 3; k++) {
            Waveforms w = Transient.run(tank, settings.apply(k));
            for (int i = from; i < w.timesSeconds().length; i += stride) {
                double exact = -1e-3 * Math.sqrt(1e3) * Math.sin(omega * w.timesSeconds()[i]);
                errors[k] = Math.max(errors[k], Math.abs(w.of("v(a)")[i] - exact));
            }
        }
        return errors;
    }

    @Example
    void theOptionsCardChoosesGearAndTheTolerance() {
        String cards = "V1 in 0 PULSE(0 1 0 10p 10p 1 2)\nR1 in out 1k\nC1 out 0 1p\n.tran 0.1n 5n\n.print v(out)\n";
        Waveforms trapezoidal = run(cards);
        Waveforms gear = run(cards + ".options method=gear reltol=1e-3\n");
        Waveforms tight = run(cards + ".options reltol=1e-6\n");
        assertTrue(gear.effort().steps() > trapezoidal.effort().steps() * 5, "Gear's rule is of order 2");
        assertTrue(
                tight.effort().steps() > 3 * trapezoidal.effort().steps(),
                "a thousandth of the error, 5.6 times the steps of order 4 where no corner and no .tran limits them");
        for (int i = 0; i < 51; i++) {
            double t = i * 1e-10 - 5e-12;
            // a ramp of 10 ps seen from its middle: the exponential times sinh(x)/x at half the ramp over tau
            double exact = i == 0 ? 0 : 1 - Math.exp(-t / 1e-9) * Math.sinh(5e-3) / 5e-3;
            assertEquals(exact, gear.of("v(out)")[i], 3e-6);
            assertEquals(exact, tight.of("v(out)")[i], 3e-6);
        }
    }

    @Example
    void aTightlyCoupledTransformerIsNotHeldUpByWhatItsStiffPartLeavesOver() {
        Waveforms w = run("V1 a 0 SIN(0 1 100k)\nR1 a p 10\nL1 p 0 1m\nL2 s 0 4m\nK1 L1 L2 0.9999\nR2 s 0 10k\n"
                + ".tran 0.1u 50u\n.print v(s)\n");
        assertTrue(w.effort().steps() < 20_000, "" + w.effort());
    }

    @Example
    void aRelaxationOscillatorSwitchesWhenTheExponentialsSay() {
        // charge 100 us to 8 V: 100 ln 5 = 160.944 us; discharge over 110 of 10 k: tau 1.08803 us, from 8 to 2 V
        // towards
        // 0.10880 V: 1.08803 ln(7.8912 / 1.8912) = 1.5542 us; then 100 ln 4 = 138.629 us from 2 V up to 8 V again
        Waveforms w = run("V1 vdd 0 10\nR1 vdd x 10k\nC1 x 0 10n IC=0\nS1 x y x 0 SM OFF\nR2 y 0 100\n"
                + ".model SM SW(VT=5 VH=3 RON=10 ROFF=1G)\n.tran 10n 320u uic\n.print v(x)\n");
        double[] v = w.of("v(x)");
        List<Double> peaks = new ArrayList<>();
        for (int i = 1; i + 1 < v.length; i++) {
            if (v[i] > 7.9 && v[i] >= v[i - 1] && v[i] > v[i + 1]) {
                peaks.add(w.timesSeconds()[i]);
            }
        }
        assertEquals(2, peaks.size());
        assertEquals(160.944e-6, peaks.get(0), 3e-8);
        assertEquals(301.127e-6, peaks.get(1), 6e-8);
    }
}
