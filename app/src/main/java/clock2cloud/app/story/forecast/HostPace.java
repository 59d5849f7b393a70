package clock2cloud.app.story.forecast;

/**
 * What a framework takes on the host for a step.
 *
 * @param aloneSeconds while the device waits
 * @param besideSeconds while the device may work already, with what it takes to start each kernel
 * @param kernelSeconds to start one kernel
 */
public record HostPace(double aloneSeconds, double besideSeconds, double kernelSeconds) {
    /** Seconds beside the device of a step of so many kernels. */
    public double issueSeconds(int kernels) {
        return besideSeconds + kernels * kernelSeconds;
    }
}
