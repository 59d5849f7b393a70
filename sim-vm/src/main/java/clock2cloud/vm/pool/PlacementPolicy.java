package clock2cloud.vm.pool;

import java.util.List;
import java.util.Locale;

/** Which host a machine goes to. */
public interface PlacementPolicy {
    /** The host for {@code demand} among those in which it fits; −1 if there is none. */
    int host(FreeTree free, Bundle demand);

    /** The names that {@link #of} knows. */
    List<String> NAMES = List.of("first-fit", "next-fit", "best-fit", "worst-fit", "dot-product", "l2", "tetris");

    /** By name. */
    static PlacementPolicy of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "first-fit" -> new FirstFit();
            case "next-fit" -> new NextFit();
            case "best-fit" -> ScoredFit.bestFit();
            case "worst-fit" -> ScoredFit.worstFit();
            case "dot-product" -> ScoredFit.dotProduct();
            case "l2" -> ScoredFit.l2();
            case "tetris" -> ScoredFit.tetris();
            default ->
                throw new IllegalArgumentException("no placement policy " + name
                        + "; there are first-fit, next-fit, best-fit, worst-fit, dot-product, l2, tetris");
        };
    }
}
