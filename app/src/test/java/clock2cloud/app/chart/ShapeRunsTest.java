package clock2cloud.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShapeRunsTest {
    private static String box(int x, String style) {
        return "<rect x='" + x + "' y='2.5' width='3' height='4' style='" + style + "' clip-path='url(#c)'/>";
    }

    @Test
    void neighboursOfOneStyleAreOnePath() {
        String joined =
                ShapeRuns.joined("<g>" + box(1, "fill:red") + box(9, "fill:red") + box(20, "fill:blue") + "</g>");
        assertEquals(
                "<g><path style='fill:red' clip-path='url(#c)' d='M1 2.5h3v4h-3zM9 2.5h3v4h-3z'/>"
                        + box(20, "fill:blue") + "</g>",
                joined);
        String dot = "<g style='fill:red;stroke:none'><path d='M1,2Z'/></g>";
        assertEquals(
                "<path style='fill:red;stroke:none' d='M1,2ZM1,2Z'/>!" + dot, ShapeRuns.joined(dot + dot + "!" + dot));
    }

    /** Lines keep their order and their own paths; what is not alike or not side by side stays as it is. */
    @Test
    void nothingElseIsTouched() {
        String line = "<g style='stroke:red;fill:none'><path d='M1,2L3,4'/></g>";
        String svg = line + line + box(1, "fill:red") + "<text>x</text>" + box(9, "fill:red");
        assertEquals(svg, ShapeRuns.joined(svg));
    }
}
