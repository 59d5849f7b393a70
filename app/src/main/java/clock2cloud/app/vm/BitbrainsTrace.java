package clock2cloud.app.vm;

import clock2cloud.vm.capacity.UsageTrace;
import clock2cloud.vm.capacity.UsageTrace.Usage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What fifty business machines of a data centre were promised and used in a month of 2013, in MHz. */
final class BitbrainsTrace {
    private final List<Usage> usages = new ArrayList<>();
    private String vm = "";
    private double allocated;
    private double end;

    private BitbrainsTrace() {}

    static UsageTrace load() {
        BitbrainsTrace trace = new BitbrainsTrace();
        try (InputStream in = Objects.requireNonNull(
                        BitbrainsTrace.class.getResourceAsStream("bitbrains-small.txt.gz"), "bitbrains-small.txt.gz");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            lines.lines().filter(l -> !l.startsWith("#")).forEach(trace::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UsageTrace(trace.usages);
    }

    private void line(String line) {
        String rest = line;
        if (rest.startsWith("vm ")) {
            String[] words = rest.split(" ", -1);
            vm = words[1];
            allocated = Double.parseDouble(words[2]);
            end = Double.parseDouble(words[3]);
            return;
        }
        double start = end;
        if (rest.startsWith("+")) {
            int space = rest.indexOf(' ');
            start += Integer.parseInt(rest.substring(1, space));
            rest = rest.substring(space + 1);
        }
        int star = rest.indexOf('*');
        double seconds = star < 0 ? 300 : Integer.parseInt(rest.substring(0, star));
        usages.add(new Usage(vm, start, seconds, allocated, Integer.parseInt(rest.substring(star + 1)) / 100.0));
        end = start + seconds;
    }
}
