package clock2cloud.vm.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostPartitionPropertiesTest {
    private static final Host HOST = new Host("h", 8, 3e9, 16, 64e9, 1e12);

    @Provide
    Arbitrary<List<SliceRequest>> requests() {
        Arbitrary<Double> part = Arbitraries.doubles().between(0.01, 1).ofScale(3);
        return Combinators.combine(part, part, part)
                .as((cpu, ram, disk) -> SliceRequest.ofDiskFraction("vm", cpu, ram, disk, HOST))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void nothingIsOverfilledAndNobodyVanishes(@ForAll("requests") List<SliceRequest> requests) {
        HostPartition.Result result =
                HostPartition.of(HOST, VirtualizationOverhead.KVM_TUNED).admit(requests);
        assertEquals(requests.size(), result.slices().size() + result.refusals().size());
        assertTrue(result.heldCpuFraction() <= 1 + 1e-9);
        assertTrue(result.slices().stream().mapToDouble(Slice::ramBytes).sum() <= HOST.ramBytes() * (1 + 1e-9));
        assertTrue(result.slices().stream().mapToDouble(Slice::diskBytes).sum() <= HOST.diskBytes() * (1 + 1e-9));
        assertEquals(1, result.heldCpuFraction() + result.freeCpuFraction(), 1e-8);
    }

    @Property(tries = 200)
    void theGuestGetsLessThanItsSliceAndSlicesAddUp(@ForAll("requests") List<SliceRequest> requests) {
        for (SliceRequest request : requests) {
            Slice slice = Slice.of(HOST, request, VirtualizationOverhead.KVM_UNTUNED);
            assertTrue(slice.effectiveFlopsPerSecond() < slice.peakFlopsPerSecond());
            assertEquals(HOST.peakFlopsPerSecond() * request.cpuFraction(), slice.peakFlopsPerSecond(), 1e-6);
            assertTrue(slice.virtualCores() >= slice.coreEquivalents() - 1e-9);
        }
    }
}
