package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;

/** What is stored beside the data so that it outlives a machine. */
public sealed interface Redundancy {
    /** Bytes on disks per byte of the file. */
    double storedRatio();

    /** How many machines may fail at once without loss, whichever they are. */
    int survivableFailures();

    /** Bytes of files that raw capacity holds. */
    default double usableBytes(double rawBytes) {
        Domain.notNegative("HDFS capacity", "rawBytes", rawBytes);
        return rawBytes / storedRatio();
    }

    /** Whole copies of each block on different machines. */
    record Replication(int replicas) implements Redundancy {
        public Replication {
            Domain.atLeast(1, "Replication", "replicas", replicas);
        }

        @Override
        public double storedRatio() {
            return replicas;
        }

        @Override
        public int survivableFailures() {
            return replicas - 1;
        }
    }

    /** Reed-Solomon cells: {@code data} of them and {@code parity} more, any {@code data} of which give the block back. */
    record ReedSolomon(int data, int parity) implements Redundancy {
        public ReedSolomon {
            Domain.atLeast(1, "Reed-Solomon code", "data", data);
            Domain.atLeast(1, "Reed-Solomon code", "parity", parity);
        }

        @Override
        public double storedRatio() {
            return (data + parity) / (double) data;
        }

        @Override
        public int survivableFailures() {
            return parity;
        }
    }
}
