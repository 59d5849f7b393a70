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

/**
 * The house style: Okabe-Ito colours, Roboto, round 2.4 px lines, a pale grid; on white paper or on dark.
 *
 * <p>Colours: Okabe and Ito, <i>Color Universal Design</i> (2008). On white yellow is left out, too pale; on dark the blue.
 */
public record Theme(String name, Color paper, Color ink, Color grey, Color grid, List<Color> palette) {
    public static final Theme LIGHT = new Theme(
            "light",
            Color.WHITE,
            new Color(0x222222),
            new Color(0x5F6368),
            new Color(0xE4E6E9),
            List.of(
                    new Color(0x0072B2),
                    new Color(0xD55E00),
                    new Color(0x009E73),
                    new Color(0xCC79A7),
                    new Color(0xE69F00),
                    new Color(0x56B4E9)));

    public static final Theme DARK = new Theme(
            "dark",
            new Color(0x15181D),
            new Color(0xE8EAED),
            new Color(0xA6ABB3),
            new Color(0x2E333A),
            List.of(
                    new Color(0x56B4E9),
                    new Color(0xD55E00),
                    new Color(0x009E73),
                    new Color(0xCC79A7),
                    new Color(0xE69F00),
                    new Color(0xF0E442)));

    /** The densest colour that both inks can be read on, as opacity over the paper. */
    static final double WASH = 0.38;

    /** How dense the area between two curves is. */
    static final float BAND = 0.22f;

    static final Stroke LINE = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke THIN = new BasicStroke(1f);
    static final Stroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {5f, 4f}, 0f);

    /** The theme of a name, {@code light} or {@code dark}. */
    public static Theme named(String name) {
        return switch (name) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> throw new IllegalArgumentException("theme '" + name + "' is neither light nor dark");
        };
    }

    /** Contrast of two colours from 1 to 21 (WCAG 2.1, relative luminance). */
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    /** From the screen's curve to light (sRGB, IEC 61966-2-1). */
    static double linear(int channel) {
        double s = channel / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }

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
