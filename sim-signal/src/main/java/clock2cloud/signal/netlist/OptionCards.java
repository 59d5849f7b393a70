package clock2cloud.signal.netlist;

import java.util.Set;

/** What {@code .options} and {@code .temp} say: Gear's rule and the relative tolerance count, harmless ones pass. */
final class OptionCards {
    private static final Set<String> HARMLESS =
            Set.of(("noacct acct nopage nomod list node opts post probe reltol abstol vntol chgtol "
                            + "trtol gmin pivtol pivrel itl1 itl2 itl3 itl4 itl5 itl6 maxord numdgt ingold "
                            + "cptime limpts lvlcod lvltim savecurrents warn interp method trap gear filetype autostop klu "
                            + "sparse")
                    .split(" "));

    private boolean gear;
    private double relativeTolerance = 1e-3;

    Netlist.Options options() {
        return new Netlist.Options(gear, relativeTolerance);
    }

    void take(String rest) {
        Card card = Card.of(".options " + rest);
        for (String word : card.words()) {
            known(word);
            gear = word.equals("gear") || gear && !word.equals("trap");
        }
        card.named().forEach((name, value) -> {
            if (name.equals("method")) {
                method(value);
            } else if (name.equals("reltol")) {
                relativeTolerance = SpiceNumber.parse(value);
                if (!(relativeTolerance >= 1e-9 && relativeTolerance < 1)) {
                    throw new IllegalArgumentException(".options: reltol must lie between 1e-9 and 1, got " + value);
                }
            }
            if (!(Set.of("temp", "tnom").contains(name) && SpiceNumber.parse(value) == 27)) {
                known(name);
            }
        });
    }

    private void method(String name) {
        if (!name.startsWith("trap") && !name.equals("gear")) {
            throw new IllegalArgumentException(".options: method=" + name + " is not supported (trap and gear are)");
        }
        gear = name.equals("gear");
    }

    private static void known(String option) {
        if (!HARMLESS.contains(option)) {
            throw new IllegalArgumentException(".options: '" + option + "' is not supported");
        }
    }
}
