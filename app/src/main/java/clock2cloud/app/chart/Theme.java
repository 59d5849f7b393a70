package clock2cloud.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Stroke;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The house style: white, Okabe-Ito colours, Roboto, round 2.4 px lines, a pale grid. */
final class Theme {
    /** Okabe and Ito, <i>Color Universal Design</i> (2008); yellow is left out, too pale on white. */
    static final List<Color> PALETTE = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9));

    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x222222);
    static final Color GREY = new Color(0x5F6368);
    static final Color GRID = new Color(0xE4E6E9);
    static final Stroke LINE = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke THIN = new BasicStroke(1f);
    static final Stroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {5f, 4f}, 0f);

    private Theme() {}

    static Font plain(float size) {
        return Fonts.REGULAR.deriveFont(size);
    }

    static Font bold(float size) {
        return Fonts.BOLD.deriveFont(Font.BOLD, size);
    }

    /** The shipped font, so that layout is the same on every machine. */
    private static final class Fonts {
        static final Font REGULAR = load("Roboto-Regular.ttf");
        static final Font BOLD = load("Roboto-Bold.ttf");

        private static Font load(String name) {
            try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(name), name)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("the shipped font " + name + " is unreadable", e);
            }
        }
    }

    /**
     * Java draws text only where the system's font configuration exists.
     *
     * @throws IllegalArgumentException when this machine cannot draw text
     */
    static void requireFonts() {
        try {
            if (!(plain(12f).getSize() == 12)) {
                throw new IllegalStateException("font size");
            }
            new java.awt.image.BufferedImage(1, 1, java.awt.image.BufferedImage.TYPE_INT_RGB)
                    .createGraphics()
                    .getFontMetrics(plain(12f))
                    .stringWidth("x");
        } catch (LinkageError | RuntimeException | InternalError e) {
            throw new IllegalArgumentException(
                    "this Java cannot draw text: no fonts on this machine; install fontconfig and a font"
                            + " (Debian: apt install fontconfig fonts-dejavu-core), or leave --out away",
                    e);
        }
    }
}
