package clock2cloud.app.page;

import clock2cloud.app.slider.LadderFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The script of the interactive figures: the models, compiled by the module {@code sliders}, and what draws them. */
public final class Sliders {
    /** Its name beside the pages. */
    public static final String FILE = "clock2cloud-sliders.js";

    private static final String MODELS = "/clock2cloud/slider/models.js";

    private Sliders() {}

    /** Whether the compiled models are here; without them pages keep their static figures. */
    public static boolean present() {
        return Sliders.class.getResource(MODELS) != null;
    }

    /** The whole script, or nothing where the models were not compiled. */
    static String script() {
        try (InputStream in = Sliders.class.getResourceAsStream(MODELS)) {
            if (in == null) {
                return "";
            }
            String models = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return "(function(){var exports={},module={exports:exports},define;\n" + models
                    + "\nself.c2cModels=module.exports;self.c2cLadder=Float64Array.from("
                    + Arrays.toString(LadderFacts.shipped()) + ");})();\n" + Page.resource("sliders.js");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script inside a page. */
    static String inline() {
        return present() ? "<script>\n" + script().replace("</script", "<\\/script") + "</script>\n" : "";
    }

    /** Writes the script for other people's pages; false where the models were not compiled. */
    public static boolean write(Path folder) {
        if (!present()) {
            return false;
        }
        try {
            Files.writeString(folder.resolve(FILE), script());
            return true;
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " cannot be written to; name another folder with --out", e);
        }
    }
}
