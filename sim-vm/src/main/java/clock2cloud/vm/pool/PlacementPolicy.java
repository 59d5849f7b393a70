package clock2cloud.vm.pool;

import java.util.Locale;

/** Which host a machine goes to. */
public interface PlacementPolicy {
    /** The host for {@code demand} among those in which it fits; −1 if there is none. */
    int host(FreeTree free, Bundle demand);

    /** By name. */
    static PlacementPolicy of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "first-fit" -> new FirstFit();
            case "next-fit" -> new NextFit();
            case "best-fit" -> new ScoredFit(new BestFitScore());
            case "worst-fit" -> new ScoredFit((free, demand, inUse) -> ScoredFit.sum(free));
            case "dot-product" -> new ScoredFit((free, demand, inUse) -> ScoredFit.dot(free, demand));
            case "l2" -> new ScoredFit(new NormScore());
            case "tetris" -> new ScoredFit(new TetrisScore());
            default -> throw new IllegalArgumentException("no placement policy " + name
                    + "; there are first-fit, next-fit, best-fit, worst-fit, dot-product, l2, tetris");
        };
    }
}
