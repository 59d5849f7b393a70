package clock2cloud.nn.data;

import static clock2cloud.nn.data.Refusal.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvSetTest {
    @TempDir
    Path folder;

    @Test
    void takesTheFirstColumnForTheLabelWhereNoHeaderSaysOtherwise() throws IOException {
        DataSet set = read("3,1.5,-2e1\n1,0.25,7\r\n\n3,4,5");
        assertEquals(List.of("1", "3"), set.classNames());
        assertArrayEquals(new int[] {1, 0, 1}, set.labels());
        assertArrayEquals(new float[] {1.5f, -20, 0.25f, 7, 4, 5}, set.floats());
    }

    @Test
    void linesEndAsTheyDidOnOldMachines() throws IOException {
        DataSet set = read("label,a\r1,2\r\r3,4\r");
        assertArrayEquals(new float[] {2, 4}, set.floats());
    }

    @Test
    void findsALabelHeaderAndNames() throws IOException {
        DataSet set = read("\ufeffwidth;height;class\n1;2;\"iris; wild\"\n3;4;aster\n");
        assertEquals(List.of("aster", "iris; wild"), set.classNames());
        assertArrayEquals(new float[] {1, 2, 3, 4}, set.floats());
        DataSet chosen = Found.in(
                        write("a,b,kind\n1,2,x\n3,4,y\n"), Reading.asFound().withLabelColumn("kind"))
                .train();
        assertEquals(List.of("x", "y"), chosen.classNames());
        assertEquals(
                chosen.classNames(),
                Found.in(write("a,b,kind\n1,2,x\n3,4,y\n"), Reading.asFound().withLabelColumn("3"))
                        .train()
                        .classNames());
    }

    @Test
    void takesASquareOfBytesForAPicture() throws IOException {
        String zeros = ",0".repeat(63);
        DataSet set = read("7,255" + zeros + "\n8,0" + zeros + "\n");
        assertTrue(set.isPixels());
        assertEquals(new ImageShape(8, 8, 1), set.shape());
        assertEquals(1f, set.value(0, 0));
        assertFalse(read("7,256" + zeros + "\n8,0" + zeros + "\n").isPixels());
    }

    @Test
    void sharesClassesBetweenTrainAndTest() throws IOException {
        Files.writeString(folder.resolve("my_train.csv"), "10,1\n9,2\n");
        Files.writeString(folder.resolve("my_test.csv"), "2,1\n9,2\n");
        Found found = Found.in(folder, Reading.asFound());
        assertEquals(List.of("2", "9", "10"), found.train().classNames());
        assertArrayEquals(new int[] {0, 1}, found.test().orElseThrow().labels());
    }

    @Test
    void namesLineAndColumn() throws IOException {
        refused("1,2,3\n2,3,x\n", ":2:3: \"x\" is not a finite number");
        refused("1,2,3\n2,nan,1\n", ":2:2: \"nan\" is not a finite number");
        refused("1,2,3\n2,,1\n", ":2:2: \"\" is not a finite number");
        refused("1,2,3\n2,3\n", ":2: 2 cells, where the first line has 3");
        refused("1,2,3\n2,3,4,5\n", ":2: 4 cells, where the first line has 3");
        refused("1,2\n1.5,3\n", ":2:1: label \"1.5\" is neither a whole number nor a name; the first column is");
        refused("1,\0002\n", ": holds a zero byte: not a text");
        refused("label,x\n", ": holds no rows");
        refused("", ":1: a row needs a label and at least one number");
        refused("1,2\n1,3\n", ": one class only [1]");
        Path file = write("1,2\n2,3\n");
        refuses(
                file + ":1: no column 3",
                "",
                () -> Found.in(file, Reading.asFound().withLabelColumn("3")));
    }

    private DataSet read(String text) throws IOException {
        return Found.in(write(text), Reading.asFound()).train();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("set.csv"), text);
    }

    private void refused(String text, String part) throws IOException {
        Path file = write(text);
        refuses(file + part, "", () -> Found.in(file, Reading.asFound()));
    }
}
