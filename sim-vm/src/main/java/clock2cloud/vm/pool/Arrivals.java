package clock2cloud.vm.pool;

import java.util.Iterator;
import java.util.Optional;

/** Requests as they come, one looked at ahead, refused where they are out of order. */
final class Arrivals {
    private final Iterator<VmRequest> requests;
    private Optional<VmRequest> upcoming = Optional.empty();
    private double last;

    Arrivals(Iterator<VmRequest> requests) {
        this.requests = requests;
        fetch();
    }

    private void fetch() {
        upcoming = requests.hasNext() ? Optional.of(requests.next()) : Optional.empty();
        upcoming.ifPresent(request -> {
            if (request.arrivalSeconds() < last) {
                throw new IllegalArgumentException("VM " + request.name() + " arrives at " + request.arrivalSeconds()
                        + " s, before the one above it at " + last + " s: sort the arrivals");
            }
            last = request.arrivalSeconds();
        });
    }

    double nextTime() {
        return upcoming.isPresent() ? upcoming.get().arrivalSeconds() : Double.POSITIVE_INFINITY;
    }

    VmRequest next() {
        VmRequest next = upcoming.orElseThrow();
        fetch();
        return next;
    }
}
