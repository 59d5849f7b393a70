package clock2cloud.vm.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class VirtualLinkTest {
    @Test
    void twoFilesOverASlowWire() {
        // CloudSim Plus: 2 x 100 MB over 100 Mb/s take 16 s
        assertEquals(16, new VirtualLink(0, 100e6 / 8).sharedFolderSeconds(2, 200e6, 1 << 20), 1e-9);
    }

    @Test
    void manySmallFilesCostRoundTrips() {
        VirtualLink link = new VirtualLink(1e-3, 100e6);
        // 1,000 files of 1 kB: (3,000 + 1,000) ms + 1 MB / 100 MB/s
        assertEquals(4.01, link.sharedFolderSeconds(1000, 1e6, 65536), 1e-9);
        // one file of 1 MB: 3 + 16 round trips
        assertEquals(0.029, link.sharedFolderSeconds(1, 1e6, 65536), 1e-9);
    }

    @Test
    void aForwardedPortIsBoundByItsWindow() {
        VirtualLink link = new VirtualLink(1e-3, 1e9);
        // 64 KiB each ms are 65.5 MB/s, not 1 GB/s
        assertEquals(1.5e-3 + 1e6 / 65.536e6, link.forwardedPortSeconds(1e6, 65536), 1e-12);
        assertEquals(1e6 / 1e9, new VirtualLink(0, 1e9).forwardedPortSeconds(1e6, 65536), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new VirtualLink(-1, 1));
    }
}
