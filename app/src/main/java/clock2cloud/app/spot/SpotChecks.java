package clock2cloud.app.spot;

import clock2cloud.app.TrustLine;
import java.util.List;

/** What the models of this floor were compared with, and how far off they were. */
public final class SpotChecks {
    private SpotChecks() {}

    public static List<TrustLine> lines() {
        return List.of();
    }
}
