package clock2cloud.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {
    /**
     * How a display looks to somebody without one kind of cone, on linear light (Machado, Oliveira and Fernandes 2009, table 1,
     * severity 1): nobody, protan, deutan, tritan.
     */
    private static final double[][][] EYES = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}
    };

    static List<Theme> themes() {
        return List.of(Theme.LIGHT, Theme.DARK);
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21, Theme.contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(4.48, Theme.contrast(new Color(0x777777), Color.WHITE), 0.01); // WCAG's own example of a near miss
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyTextStandsOutFromItsPaper(Theme theme) {
        for (Color text : List.of(theme.ink(), theme.grey())) {
            assertTrue(Theme.contrast(text, theme.paper()) >= 4.5, theme.name() + " " + text);
        }
        for (Color colour : theme.palette()) {
            Color washed = over(theme.paper(), colour, Theme.WASH);
            assertTrue(Theme.contrast(theme.ink(), washed) >= 4.5, theme.name() + " on " + colour);
        }
    }

    private static Color over(Color paper, Color colour, double opacity) {
        return new Color(
                (int) Math.round(paper.getRed() + (colour.getRed() - paper.getRed()) * opacity),
                (int) Math.round(paper.getGreen() + (colour.getGreen() - paper.getGreen()) * opacity),
                (int) Math.round(paper.getBlue() + (colour.getBlue() - paper.getBlue()) * opacity));
    }

    /** A just noticeable difference is about 2.3 in CIELAB; every two colours are six times as far apart, for every eye. */
    @ParameterizedTest
    @MethodSource("themes")
    void everyEyeTellsTheColoursApart(Theme theme) {
        for (double[][] eye : EYES) {
            List<double[]> seen = new ArrayList<>();
            theme.palette().forEach(colour -> seen.add(lab(through(eye, colour))));
            for (int i = 0; i < seen.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double apart = distance(seen.get(i), seen.get(j));
                    assertTrue(
                            apart > 13.8, theme.name() + ": colours " + j + " and " + i + " are " + apart + " apart");
                }
            }
        }
    }

    private static double[] through(double[][] eye, Color c) {
        double[] light = {Theme.linear(c.getRed()), Theme.linear(c.getGreen()), Theme.linear(c.getBlue())};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = eye[i][0] * light[0] + eye[i][1] * light[1] + eye[i][2] * light[2];
            seen[i] = Math.min(1, Math.max(0, sum));
        }
        return seen;
    }

    /** CIELAB of linear sRGB under D65. */
    private static double[] lab(double[] c) {
        double x = curve((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047);
        double y = curve(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
        double z = curve((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
