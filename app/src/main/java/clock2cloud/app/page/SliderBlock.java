package clock2cloud.app.page;

import clock2cloud.app.Figures;
import java.util.Map;
import java.util.Objects;

/** The place of an interactive figure on a page: a static one, until the script replaces it. */
final class SliderBlock {
    private static final Map<String, String> STATIC = Map.of(
            "wire", "signal-message",
            "speedup", "training-scaling",
            "spot", "spot-checkpoint-interval",
            "ladder", "ladder");

    private SliderBlock() {}

    /** @param name of the slider */
    static String html(String name, long seed) {
        String slug = Objects.requireNonNull(STATIC.get(name), name);
        return """
                <h2 id="move-it">Move it yourself</h2>
                <div class="c2c-slider" data-slider="%s">
                %s</div>
                <details class="embed"><summary>Put this on your own page</summary>
                <p><code>&lt;script src="%s" data-slider="%s"&gt;&lt;/script&gt;</code> draws it where the tag stands; the file lies
                beside this page, works from a folder, and asks for nothing else.</p></details>
                """.formatted(name, FigureBlock.html(Figures.named(slug, seed), "static-" + slug), Sliders.FILE, name);
    }
}
