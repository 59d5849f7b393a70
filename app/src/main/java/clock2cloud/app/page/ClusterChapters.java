package clock2cloud.app.page;

import static clock2cloud.app.table.Quantities.format;
import static clock2cloud.app.table.Quantities.significant;

import clock2cloud.app.table.Unit;
import clock2cloud.cluster.AmdahlSpeedup;
import clock2cloud.cluster.DividedSum;
import clock2cloud.cluster.hdfs.BlockLoss;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.StoredFile;
import java.util.List;
import java.util.Optional;

/** Many cores and the builders; the cluster and HDFS. */
final class ClusterChapters {
    private static final double YEAR_SECONDS = 365.25 * 86400;

    private ClusterChapters() {}

    static Chapter builders() {
        DividedSum free = new DividedSum(1e12, 1e9, 0, 0);
        DividedSum paid = new DividedSum(1e12, 1e9, 0.5, 0.5);
        AmdahlSpeedup amdahl = new AmdahlSpeedup(0.05);
        String text = """
                One builder adds a trillion numbers, a thousand million a second: %s. Ten would need %s, "but there would be
                additional overhead". Here it is: each further builder costs the foreman half a second to send off and half
                a second to take in. Then ten need **%s** and a hundred need %s, which is no better. The most that pay are
                **%d**.

                Overhead is not the worst. If 5%% of the work can be done by one only, ten builders are %s times as fast, a
                hundred %s times, and no crowd on earth 20 times.
                """.formatted(
                        format(free.seconds(1), Unit.SECONDS),
                        format(free.seconds(10), Unit.SECONDS),
                        format(paid.seconds(10), Unit.SECONDS),
                        format(paid.seconds(100), Unit.SECONDS),
                        paid.bestWorkers(),
                        significant(amdahl.speedup(10)),
                        significant(amdahl.speedup(100)));
        return new Chapter(
                "many-cores",
                "Do ten builders build ten times as fast?",
                "Clocks stand still, so machines get more cores. What do more workers buy?",
                "Ten workers need a tenth of the time.",
                "Ten need " + format(paid.seconds(10), Unit.SECONDS) + " instead of "
                        + format(free.seconds(10), Unit.SECONDS) + " here, and beyond " + paid.bestWorkers()
                        + " every further one makes it slower.",
                text,
                List.of("speedup-fit"),
                Optional.of("speedup"),
                Optional.of("06"),
                "./c2c cluster sum --numbers 2e9 --workers 1,2");
    }

    static Chapter cluster() {
        StoredFile file = new StoredFile(new FileBlocks(1_000_000_000, 100_000_000), 3, 4, 25e12);
        double one = new BlockLoss(1, 0.04 / YEAR_SECONDS, 1.0 / 3600).lossProbability(5 * YEAR_SECONDS);
        double two = new BlockLoss(2, 0.04 / YEAR_SECONDS, 1.0 / 3600).lossProbability(5 * YEAR_SECONDS);
        double three = new BlockLoss(3, 0.04 / YEAR_SECONDS, 1.0 / 3600).lossProbability(5 * YEAR_SECONDS);
        String text = """
                One master, four slaves with 100 TB in all, a file of 1 GB in ten blocks of 100 MB, each block on three of the
                four. That is what HDFS does, and it costs **%s** of disk for 1 GB; of the 100 TB, %s are room for files.

                It pays twice. Four disks read together: one disk would need %s, four need %s at best. And when a machine
                dies, every block of it is somewhere else. The master waits ten and a half minutes before it believes the
                death, then has the copies made. Until then it holds its breath: with machines that die once in 25 years and
                copies that take an hour, a block on two machines is lost within five years with probability %s, on three
                with **%s**.
                """.formatted(
                        format(file.rawBytes(), Unit.BYTES),
                        format(file.usableBytes(), Unit.BYTES),
                        format(file.oneDiskReadSeconds(100e6), Unit.SECONDS),
                        format(file.parallelReadSeconds(100e6), Unit.SECONDS),
                        significant(two),
                        significant(three));
        return new Chapter(
                "cluster",
                "Where is my gigabyte, and what if a machine dies?",
                "When one machine is not enough, take a hundred. Then one of them is always broken. How does nothing get lost?",
                "Three copies are three times as safe as one.",
                "Copies are safer by many powers of ten, because a lost copy is made again: " + significant(three)
                        + " in five years instead of " + significant(one) + ".",
                text,
                List.of("hdfs-block-map", "hdfs-re-replication"),
                Optional.empty(),
                Optional.of("07"),
                "./c2c cluster hdfs --file 100GB --nodes 12 --racks 3 --kill-rack 1");
    }
}
