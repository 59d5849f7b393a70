package clock2cloud.signal.netlist;

import java.util.Set;

/** A switch that closes above {@code VT + VH} and opens below {@code VT - VH}. */
public record SwitchModel(double thresholdVolts, double hysteresisVolts, double onOhms, double offOhms) {
    static SwitchModel of(ModelCard card) {
        card.only(Set.of("vt", "vh", "ron", "roff"));
        return new SwitchModel(
                card.value("vt", 0), card.notNegative("vh", 0), card.positive("ron", 1), card.positive("roff", 1e12));
    }
}
