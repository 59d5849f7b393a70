package clock2cloud.spot.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void theTypesOfTheLadderAreThere() {
        Catalogue catalogue = Catalogue.shipped();
        assertEquals(37, catalogue.types().size());
        InstanceType p2 = catalogue.type("p2.xlarge");
        assertEquals(0.9, p2.price2017DollarsPerHour().orElseThrow());
        assertEquals(4.37e12, p2.gpuPeakFlopsPerSecond().orElseThrow());
        assertEquals("K80 die (GK210)", p2.gpuDevice().orElseThrow());
        assertEquals(
                3.06, catalogue.type("p3.2xlarge").price2017DollarsPerHour().orElseThrow());
        assertEquals(
                6.88, catalogue.type("p5.4xlarge").price2026DollarsPerHour().orElseThrow());
        assertTrue(catalogue.type("m4.large").gpuDevice().isEmpty());
    }

    @Test
    void anUnknownTypeIsNamed() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Catalogue.shipped().type("p9.huge"));
        assertTrue(String.valueOf(refused.getMessage()).contains("p9.huge"));
    }
}
