package clock2cloud.cluster;

/**
 * Jobs that read, compute and write one after the other on one core and one disk, with the next job's reading and the last one's
 * writing under the computing.
 *
 * <p>T(n) = r + c + w + (n - 1) max(r + w, c): a flow shop of two machines, the disk and the core, with equal jobs. Source: S.
 * Johnson, <i>Optimal two- and three-stage production schedules</i>, Naval Research Logistics 1(1), 1954, for equal jobs. Leaves
 * out that memory must hold the inputs and outputs of two jobs.
 *
 * @param jobs n
 * @param readSeconds r, of each job
 * @param computeSeconds c
 * @param writeSeconds w
 */
public record OverlappedJobs(int jobs, double readSeconds, double computeSeconds, double writeSeconds) {
    public OverlappedJobs {
        Domain.atLeast(1, "Overlapped jobs", "jobs", jobs);
        Domain.notNegative("Overlapped jobs", "readSeconds", readSeconds);
        Domain.notNegative("Overlapped jobs", "computeSeconds", computeSeconds);
        Domain.notNegative("Overlapped jobs", "writeSeconds", writeSeconds);
    }

    /** From the first read to the last write. */
    public double seconds() {
        return aloneSeconds() + (jobs - 1) * Math.max(readSeconds + writeSeconds, computeSeconds);
    }

    /** The same when nothing overlaps. */
    public double serialSeconds() {
        return jobs * aloneSeconds();
    }

    /** Share of the time that the core computes. */
    public double coreFraction() {
        return aloneSeconds() == 0 ? 1 : jobs * computeSeconds / seconds();
    }

    private double aloneSeconds() {
        return readSeconds + computeSeconds + writeSeconds;
    }
}
