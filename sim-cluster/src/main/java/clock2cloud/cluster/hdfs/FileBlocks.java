package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;

/**
 * A file cut into blocks: all of one size but the last, which is as long as what is left.
 *
 * @param fileBytes length of the file
 * @param blockBytes length of a block; HDFS 3 has 128 MiB unless told
 */
public record FileBlocks(long fileBytes, long blockBytes) {
    /** {@code dfs.blocksize} of Hadoop 3. */
    public static final long DEFAULT_BLOCK_BYTES = 128L << 20;

    public FileBlocks {
        Domain.atLeast(0, "HDFS file", "fileBytes", (double) fileBytes);
        Domain.atLeast(1, "HDFS file", "blockBytes", (double) blockBytes);
    }

    /** Number of blocks; an empty file has none. */
    public int count() {
        long blocks = fileBytes / blockBytes + (fileBytes % blockBytes == 0 ? 0 : 1);
        Domain.require(
                blocks <= Integer.MAX_VALUE, "HDFS file", "blocks", "at most 2147483647 (larger blocks?)", (double)
                        blocks);
        return (int) blocks;
    }

    /** Length of block {@code index}, from 0. */
    public long bytes(int index) {
        Domain.require(index >= 0 && index < count(), "HDFS file", "block index", "from 0 to " + (count() - 1), index);
        return Math.min(blockBytes, fileBytes - index * blockBytes);
    }
}
