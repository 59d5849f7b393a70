package clock2cloud.cluster.job;

/**
 * What a rank does in one go: compute, then send and receive at the same time, then reduce what it received.
 *
 * @param sendTo rank to send to, or {@link #NOBODY}
 * @param receiveFrom rank to receive from, or {@link #NOBODY}
 * @param reduceBytes how much of what was received is added up
 */
record Step(double flops, int sendTo, double sendBytes, int receiveFrom, double reduceBytes) {
    static final int NOBODY = -1;

    static Step compute(double flops) {
        return new Step(flops, NOBODY, 0, NOBODY, 0);
    }

    static Step exchange(int sendTo, double bytes, int receiveFrom, double reduceBytes) {
        return new Step(0, sendTo, bytes, receiveFrom, reduceBytes);
    }

    static Step send(int to, double bytes) {
        return new Step(0, to, bytes, NOBODY, 0);
    }

    static Step receive(int from, double reduceBytes) {
        return new Step(0, NOBODY, 0, from, reduceBytes);
    }
}
