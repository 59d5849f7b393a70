package clock2cloud.app.vm;

import clock2cloud.app.TrustLine;
import java.util.List;

/** What the models of this floor were compared with, and how far off they were. */
public final class VmChecks {
    private VmChecks() {}

    public static List<TrustLine> lines() {
        return List.of();
    }
}
