package clock2cloud.nn.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Where workers wait for each other. Each writes its own cache line and reads the others', so that two cores exchange
 * one line a crossing. A wait spins for some tens of microseconds, then yields, then parks. It spins without the
 * processor's pause instruction: a hypervisor takes a virtual core away that pauses too often.
 */
final class Barrier {
    private static final int INTS_APART = 32;
    private static final int SPINS = 20_000;
    private static final int YIELDS = SPINS + 100;

    private final int parties;
    private final AtomicIntegerArray arrived;
    private final AtomicInteger sleepers = new AtomicInteger();
    private final Thread[] threads;
    private volatile boolean broken;

    Barrier(int parties) {
        this.parties = parties;
        this.arrived = new AtomicIntegerArray((parties + 1) * INTS_APART);
        this.threads = new Thread[parties];
    }

    /** Names the thread that crosses as {@code worker}, so that it can be woken. */
    void enrol(int worker, Thread thread) {
        threads[worker] = thread;
    }

    void await(int worker) {
        if (parties == 1) {
            return;
        }
        int mine = (worker + 1) * INTS_APART;
        int crossing = arrived.get(mine) + 1;
        arrived.set(mine, crossing);
        if (sleepers.get() > 0) {
            wakeAll();
        }
        for (int other = 0; other < parties; other++) {
            awaitOther((other + 1) * INTS_APART, crossing);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // yielding is one stage of the wait, not its correctness
    private void awaitOther(int slot, int crossing) {
        for (int spin = 0; arrived.get(slot) - crossing < 0; spin++) {
            if (broken) {
                throw new IllegalStateException("another worker failed");
            }
            if (spin < SPINS) {
                continue;
            }
            if (spin < YIELDS) {
                Thread.yield();
            } else {
                sleepers.incrementAndGet();
                if (arrived.get(slot) - crossing < 0 && !broken) {
                    LockSupport.park(this);
                }
                sleepers.decrementAndGet();
            }
        }
    }

    /** Lets everyone out with an exception. */
    void breakUp() {
        broken = true;
        wakeAll();
    }

    void wakeAll() {
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
