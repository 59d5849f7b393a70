package clock2cloud.cluster.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StoredFileTest {
    /** The blog's cluster: one master, four slaves with 100 TB, 1 GB in blocks of 100 MB on 3 of 4. */
    private final StoredFile blog = new StoredFile(new FileBlocks(1_000_000_000, 100_000_000), 3, 4, 25e12);

    @Test
    void aGigabyteOnFourMachines() {
        assertEquals(10, blog.blocks().count());
        assertEquals(3e9, blog.rawBytes());
        assertEquals(100e12, blog.capacityBytes());
        assertEquals(100e12 / 3, blog.usableBytes(), 1);
        assertTrue(blog.fits());
        assertEquals(4, blog.readParallelism());
    }

    /** One disk of 100 MB/s: 10 s. Ten blocks on four: the busiest reads ceil(10 / 4) = 3 blocks, 3 s. */
    @Test
    void fourDisksReadItInThreeSeconds() {
        assertEquals(10, blog.oneDiskReadSeconds(100e6), 1e-12);
        assertEquals(3, blog.parallelReadSeconds(100e6), 1e-12);
    }

    @Test
    void askingForMoreReplicasThanMachinesIsDegraded() {
        StoredFile five = new StoredFile(blog.blocks(), 5, 4, 25e12);
        assertTrue(five.degraded());
        assertEquals(4, five.replicas());
        assertFalse(blog.degraded());
    }

    @Test
    void aFileLargerThanTheClusterDoesNotFit() {
        assertFalse(new StoredFile(new FileBlocks(40_000_000_000_000L, 1L << 27), 3, 4, 25e12).fits());
    }

    @Property(tries = 200)
    void blocksAddUpToTheFile(
            @ForAll @LongRange(max = 100_000) long file, @ForAll @LongRange(min = 1, max = 5000) long block) {
        FileBlocks blocks = new FileBlocks(file, block);
        long sum = 0;
        for (int i = 0; i < blocks.count(); i++) {
            assertTrue(blocks.bytes(i) > 0);
            sum += blocks.bytes(i);
        }
        assertEquals(file, sum);
    }

    @Property(tries = 200)
    void moreFailuresLoseMoreAndAllFailuresLoseAll(
            @ForAll @IntRange(min = 1, max = 200) int nodes, @ForAll @IntRange(min = 1, max = 10) int replication) {
        StoredFile file = new StoredFile(new FileBlocks(1, 1), replication, nodes, 1);
        double before = 0;
        for (int failed = 0; failed <= nodes; failed++) {
            double loss = file.blockLossProbability(failed);
            assertTrue(loss >= before && loss <= 1);
            assertTrue(failed >= file.replicas() || loss == 0);
            before = loss;
        }
        assertEquals(1, before);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FileBlocks(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new FileBlocks(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new StoredFile(new FileBlocks(1, 1), 0, 4, 1));
        assertThrows(IllegalArgumentException.class, () -> blog.blockLossProbability(5));
    }
}
