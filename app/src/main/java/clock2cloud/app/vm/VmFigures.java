package clock2cloud.app.vm;

import clock2cloud.app.FigureRecipe;
import java.util.List;

/** The figures of this floor. */
public final class VmFigures {
    private VmFigures() {}

    public static List<FigureRecipe> all() {
        return List.of(
                new FigureRecipe("vm-who-gets-what", HostFigures::entitlement),
                new FigureRecipe("vm-scheduler-timeline", HostFigures::timeline),
                new FigureRecipe("vm-migration-rounds", HostFigures::migration),
                new FigureRecipe("vm-pool-heat", PoolFigures::heat),
                new FigureRecipe("vm-packing", PoolFigures::packing),
                new FigureRecipe("vm-capacity-fan", PoolFigures::fan));
    }
}
