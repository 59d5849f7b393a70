package clock2cloud.app.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void aHeadingKeepsItsUnitWhereTwoColumnsWouldElseBeCalledTheSame() {
        Table table = Table.of("makespanSeconds", "lostFlops", "lostBytes").row(2.5, 0.0, 1e6);
        assertEquals(
                "makespan  lost flops  lost bytes",
                table.text().lines().findFirst().orElseThrow());
        assertEquals("makespanSeconds,lostFlops,lostBytes\n2.5,0,1000000\n", table.csv());
    }

    @Test
    void aHeadingLeavesItsUnitToTheCells() {
        Table table = Table.of("makespanSeconds", "lostBytes").row(2.5, 1e6);
        assertEquals("makespan     lost", table.text().lines().findFirst().orElseThrow());
        assertEquals(
                "  2.50 s  1.00 MB",
                table.text().lines().skip(1).findFirst().orElseThrow().stripTrailing());
    }
}
