// %% [markdown]
// # Where is my gigabyte, and what if a machine dies?
// One master, four slaves with 100 TB, a file of 1 GB in blocks of 100 MB, each on three of the four.
// The wrong first guess: three copies are three times as safe as one.
// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.cluster.hdfs.BlockLoss;
import clock2cloud.cluster.hdfs.DefaultPlacement;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.HdfsCluster;
import clock2cloud.cluster.hdfs.Racks;
import clock2cloud.cluster.hdfs.ReReplication;
import clock2cloud.cluster.hdfs.ReadPlan;
import clock2cloud.cluster.hdfs.StoredFile;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
// %% [markdown]
// The NameNode's rules decide where blocks go; the dice decide the rest.
// %%
RandomGenerator dice = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(7);
FileBlocks file = new FileBlocks(1_000_000_000, 100_000_000);
StoredFile stored = new StoredFile(file, 3, 4, 25e12);
HdfsCluster cluster = new HdfsCluster(Racks.of(4), 25e12, new DefaultPlacement(), dice);
System.out.println(cluster.write("file", file, 3, 0));
for (HdfsCluster.Block block : cluster.blocks()) System.out.println("block " + block.index() + " on nodes " + block.nodes());
System.out.printf(Locale.ROOT, "room for %.1f TB of such files%n", stored.usableBytes() / 1e12);
// %% [markdown]
// All four read together, each from its own disk.
// %%
ReadPlan.Result plan = ReadPlan.of(cluster.blocks().stream().map(HdfsCluster.Block::nodes).toList(), 4);
System.out.printf(Locale.ROOT, "one disk %.0f s, four disks %.0f s%n", stored.oneDiskReadSeconds(100e6), plan.seconds(file, 100e6));
// %% [markdown]
// Node 1 dies. After ten and a half minutes the NameNode believes it, and has its blocks copied.
// %%
cluster.fail(1);
System.out.println(cluster.health());
ReReplication.Result repair = new ReReplication(cluster, ReReplication.Settings.defaults(125e6, 100e6), dice).run();
System.out.printf(Locale.ROOT, "%.1f GB copied, whole again after %.0f s%n", repair.movedBytes() / 1e9, repair.seconds());
System.out.println(cluster.health());
// %% [markdown]
// A block is lost when all three die before a copy is made. Each node dies once in 25 years, a copy takes an hour.
// %%
double year = 365.25 * 86400;
for (int replicas = 1; replicas <= 3; replicas++) {
    double loss = new BlockLoss(replicas, 0.04 / year, 1.0 / 3600).lossProbability(5 * year);
    System.out.printf(Locale.ROOT, "%d replicas: lost within five years with probability %.1e%n", replicas, loss);
}
// %%
Gallery.show("hdfs-block-map");
// %% [markdown]
// Now try `./c2c cluster hdfs --file 100GB --nodes 12 --racks 3 --kill-rack 1 --out figures` and look where the blocks go.
