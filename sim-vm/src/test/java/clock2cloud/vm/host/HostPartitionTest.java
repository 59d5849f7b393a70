package clock2cloud.vm.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostPartitionTest {
    private static final double GIB = 1L << 30;
    private static final Host LAPTOP = new Host("mid-2009 laptop", 2, 2.53e9, 4, 4 * GIB, 250 * GIB);

    @Test
    void halfALaptopKeepsTheClockAndHasHalfTheTime() {
        Slice slice = HostPartition.of(LAPTOP, VirtualizationOverhead.NONE)
                .admit(List.of(new SliceRequest("linux", 0.5, 0.25, 10 * GIB)))
                .slices()
                .get(0);
        assertEquals(2.53e9, slice.clockHertz());
        assertEquals(1.0, slice.coreEquivalents());
        assertEquals(1, slice.virtualCores());
        assertEquals(GIB, slice.ramBytes());
        // 2 cores x 2.53 GHz x 4 flop = 20.24 GFLOP/s, half of it
        assertEquals(10.12e9, slice.effectiveFlopsPerSecond(), 1);
    }

    @Test
    void whatDoesNotFitIsRefusedByNameAndASmallerOneStillFits() {
        HostPartition.Result result = HostPartition.of(LAPTOP, VirtualizationOverhead.NONE)
                .admit(List.of(
                        new SliceRequest("a", 0.6, 0.5, 0),
                        new SliceRequest("b", 0.5, 0.1, 0),
                        new SliceRequest("c", 0.4, 0.6, 0),
                        new SliceRequest("d", 0.4, 0.5, 300 * GIB),
                        new SliceRequest("e", 0.4, 0.5, 250 * GIB)));
        assertEquals(
                List.of("a", "e"), result.slices().stream().map(Slice::name).toList());
        assertEquals(
                "CPU: asks 50%, 40% of the host is left",
                result.refusals().get(0).reason());
        assertEquals(
                "RAM: asks 2.4 GiB, 2 GiB is left", result.refusals().get(1).reason());
        assertEquals(
                "disk: asks 300 GiB, 250 GiB is left", result.refusals().get(2).reason());
        assertEquals(0, result.freeCpuFraction(), 1e-12);
        assertEquals(0, result.freeDiskBytes());
    }

    @Test
    void tenTenthsFillAHostExactly() {
        List<SliceRequest> tenths = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> new SliceRequest("vm" + i, 0.1, 0.1, 25 * GIB))
                .toList();
        assertEquals(
                10,
                HostPartition.of(LAPTOP, VirtualizationOverhead.NONE)
                        .admit(tenths)
                        .slices()
                        .size());
    }

    @Test
    void theHypervisorKeepsItsPart() {
        // 2,000 exits x 1,266 cycles / 2.53e9 = 0.1%, then 2% of nested paging: 0.999 x 0.98
        assertEquals(0.97902, VirtualizationOverhead.PENRYN.efficiencyFraction(2.53e9), 1e-5);
        assertEquals(0.95, VirtualizationOverhead.constant(0.05, "test").efficiencyFraction(1e9));
        assertEquals(0.9773, VirtualizationOverhead.KVM_TUNED.efficiencyFraction(1e9), 1e-4);
    }

    @Test
    void badSlicesAreNamed() {
        Throwable refused = assertThrows(IllegalArgumentException.class, () -> new SliceRequest("x", 1.2, 0.5, 0));
        assertEquals("VM x: CPU must be between 0% and 100%, not 120%", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new SliceRequest("x", 0.5, 0.5, -1));
        assertThrows(IllegalArgumentException.class, () -> new SliceRequest("x", Double.NaN, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new Host("h", 2, -5e9, 4, GIB, GIB));
    }
}
