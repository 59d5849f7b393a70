package clock2cloud.signal.sparse;

import java.util.Arrays;

/**
 * The order in which to eliminate the unknowns of a symmetric pattern so that little fills in: approximate minimum degree
 * on the quotient graph, with element absorption, mass elimination and indistinguishable unknowns (Amestoy, Davis, Duff
 * 1996). Rows with more than 10 sqrt(n) neighbours, such as supply rails, are put last. Leaves out nested dissection.
 */
final class MinimumDegree {
    private final int n;
    private final int[] start;
    private final int[] length;
    private final int[] elements;
    private final int[] weight;
    private final int[] degree;
    private final int[] mark;
    private final int[] bucketNext;
    private final int[] bucketBefore;
    private final int[] bucketHead;
    private final int[] bucketTail;
    private final int[] chainNext;
    private final int[] chainLast;
    private final boolean[] element;
    private final int[] hash;
    private final int[] hashNext;
    private final int[] hashHead;
    private final int[] tagged;
    private int[] lists;
    private int free;
    private int stamp = 1;
    private int tag;
    private int eliminated;
    private int lowest;

    private MinimumDegree(int n, int[] starts, int[] neighbours) {
        this.n = n;
        start = Arrays.copyOf(starts, n);
        length = new int[n];
        elements = new int[n];
        weight = new int[n];
        degree = new int[n];
        mark = new int[n];
        bucketNext = new int[n];
        bucketBefore = new int[n];
        bucketHead = new int[n + 1];
        bucketTail = new int[n + 1];
        chainNext = new int[n];
        chainLast = new int[n];
        element = new boolean[n];
        hash = new int[n];
        hashNext = new int[n];
        hashHead = new int[n];
        tagged = new int[n];
        free = neighbours.length;
        lists = Arrays.copyOf(neighbours, free + free / 4 + n + 16);
        Arrays.fill(bucketHead, -1);
        Arrays.fill(bucketTail, -1);
        Arrays.fill(chainNext, -1);
        Arrays.fill(hashHead, -1);
        for (int i = 0; i < n; i++) {
            length[i] = starts[i + 1] - starts[i];
            weight[i] = 1;
            chainLast[i] = i;
        }
    }

    /** Eliminate {@code order[0]} first. The neighbours are symmetric, without the diagonal and without repeats. */
    static int[] order(int n, int[] starts, int[] neighbours) {
        return new MinimumDegree(n, starts, neighbours).run();
    }

    private int[] run() {
        int[] order = new int[n];
        int filled = 0;
        int dense = (int) Math.max(16, 10 * Math.sqrt(n));
        int back = n;
        for (int i = 0; i < n; i++) {
            if (length[i] > dense) {
                weight[i] = 0;
                order[--back] = i;
                eliminated++;
            } else {
                degree[i] = length[i];
                push(i);
            }
        }
        while (filled < back) {
            int pivot = popLowest();
            int pivotWeight = eliminate(pivot);
            eliminated += pivotWeight;
            for (int i = pivot; i >= 0; i = chainNext[i]) {
                order[filled++] = i;
            }
        }
        return order;
    }

    private int popLowest() {
        while (bucketHead[lowest] < 0) {
            lowest++;
        }
        int i = bucketHead[lowest];
        remove(i);
        return i;
    }

    private void push(int i) {
        int d = degree[i];
        int tail = bucketTail[d];
        bucketNext[i] = -1;
        bucketBefore[i] = tail;
        if (tail >= 0) {
            bucketNext[tail] = i;
        } else {
            bucketHead[d] = i;
        }
        bucketTail[d] = i;
        lowest = Math.min(lowest, d);
    }

    private void remove(int i) {
        if (bucketBefore[i] >= 0) {
            bucketNext[bucketBefore[i]] = bucketNext[i];
        } else {
            bucketHead[degree[i]] = bucketNext[i];
        }
        if (bucketNext[i] >= 0) {
            bucketBefore[bucketNext[i]] = bucketBefore[i];
        } else {
            bucketTail[degree[i]] = bucketBefore[i];
        }
    }

    /** Makes {@code pivot} an element; returns how many unknowns went with it. */
    private int eliminate(int pivot) {
        int pivotWeight = weight[pivot];
        int outside = gather(pivot, pivotWeight);
        int from = start[pivot];
        int to = from + length[pivot];
        int fence = overlaps(from, to);
        int absorbed = update(pivot, from, to, fence);
        pivotWeight += absorbed;
        outside -= absorbed;
        mergeTwins(from, to);
        settle(pivot, from, to, outside, pivotWeight);
        stamp = fence + n + 2;
        if (stamp > Integer.MAX_VALUE - 3 * n - 10) {
            Arrays.fill(mark, 0);
            stamp = 1;
        }
        return pivotWeight;
    }

    /** The union of the pivot's neighbours, as a new list at the end; each has its weight negated. */
    private int gather(int pivot, int pivotWeight) {
        int room = 0;
        for (int k = 0; k < elements[pivot]; k++) {
            room += length[lists[start[pivot] + k]];
        }
        reserve(room + length[pivot]);
        weight[pivot] = -pivotWeight;
        int from = free;
        int outside = 0;
        int end = start[pivot] + length[pivot];
        for (int p = start[pivot]; p < end; p++) {
            boolean ofElement = p < start[pivot] + elements[pivot];
            int first = ofElement ? start[lists[p]] : p;
            int last = ofElement ? first + length[lists[p]] : p + 1;
            for (int q = first; q < last; q++) {
                int i = lists[q];
                if (weight[i] > 0 && !element[i]) {
                    outside += weight[i];
                    weight[i] = -weight[i];
                    lists[free++] = i;
                    remove(i);
                }
            }
            if (ofElement) {
                kill(lists[p]);
            }
        }
        element[pivot] = true;
        start[pivot] = from;
        length[pivot] = free - from;
        elements[pivot] = 0;
        degree[pivot] = outside;
        return outside;
    }

    private void kill(int e) {
        length[e] = 0;
        weight[e] = 0;
    }

    /** mark[e] - fence becomes the weight of element e outside the new one. */
    private int overlaps(int from, int to) {
        int fence = stamp;
        for (int p = from; p < to; p++) {
            int i = lists[p];
            int w = -weight[i];
            for (int q = start[i]; q < start[i] + elements[i]; q++) {
                int e = lists[q];
                if (weight[e] != 0) {
                    mark[e] = mark[e] >= fence ? mark[e] - w : degree[e] + fence - w;
                }
            }
        }
        return fence;
    }

    /** New lists and approximate degrees of the pivot's neighbours; returns the weight eliminated together with it. */
    private int update(int pivot, int from, int to, int fence) {
        int absorbed = 0;
        for (int p = from; p < to; p++) {
            int i = lists[p];
            int first = start[i];
            int put = first;
            int d = 0;
            int sum = 0;
            for (int q = first; q < first + elements[i]; q++) {
                int e = lists[q];
                int outside = mark[e] - fence;
                if (weight[e] != 0 && outside > 0) {
                    d += outside;
                    lists[put++] = e;
                    sum += e;
                } else if (weight[e] != 0) {
                    kill(e);
                }
            }
            int kept = put - first;
            int variables = first + elements[i];
            int end = first + length[i];
            int shift = put + 1;
            int held = -1;
            for (int q = variables; q < end; q++) {
                int j = lists[q];
                if (weight[j] > 0 && !element[j]) {
                    d += weight[j];
                    sum += j;
                    if (held >= 0) {
                        lists[shift++] = held;
                    }
                    held = j;
                }
            }
            if (held >= 0) {
                lists[shift++] = held;
            }
            if (d == 0) {
                absorbed -= weight[i];
                join(pivot, i);
            } else {
                lists[first + kept] = pivot;
                elements[i] = kept + 1;
                length[i] = shift - first;
                degree[i] = Math.min(degree[i], d);
                hash[i] = Math.floorMod(sum + pivot, n);
                hashNext[i] = hashHead[hash[i]];
                hashHead[hash[i]] = i;
            }
        }
        return absorbed;
    }

    private void join(int representative, int i) {
        chainNext[chainLast[representative]] = i;
        chainLast[representative] = chainLast[i];
        weight[i] = 0;
        length[i] = 0;
    }

    private void mergeTwins(int from, int to) {
        for (int p = from; p < to; p++) {
            int h = weight[lists[p]] == 0 ? -1 : hash[lists[p]];
            if (h < 0 || hashHead[h] < 0) {
                continue;
            }
            for (int i = hashHead[h]; i >= 0; i = hashNext[i]) {
                if (weight[i] == 0 || hashNext[i] < 0) {
                    continue;
                }
                tag++;
                for (int q = start[i]; q < start[i] + length[i]; q++) {
                    tagged[lists[q]] = tag;
                }
                for (int j = hashNext[i]; j >= 0; j = hashNext[j]) {
                    if (weight[j] != 0 && twins(i, j)) {
                        weight[i] += weight[j];
                        join(i, j);
                    }
                }
            }
            hashHead[h] = -1;
        }
    }

    private boolean twins(int i, int j) {
        if (length[i] != length[j] || elements[i] != elements[j]) {
            return false;
        }
        for (int q = start[j]; q < start[j] + length[j]; q++) {
            if (tagged[lists[q]] != tag) {
                return false;
            }
        }
        return true;
    }

    /** Weights positive again, final degrees, and the new element's list without those that left. */
    private void settle(int pivot, int from, int to, int outside, int pivotWeight) {
        int put = from;
        for (int p = from; p < to; p++) {
            int i = lists[p];
            int w = -weight[i];
            if (w <= 0) {
                continue;
            }
            weight[i] = w;
            degree[i] = Math.max(0, Math.min(degree[i] + outside - w, n - eliminated - pivotWeight - w));
            push(i);
            lists[put++] = i;
        }
        length[pivot] = put - from;
        free = put;
        degree[pivot] = outside;
        weight[pivot] = length[pivot] == 0 ? 0 : pivotWeight;
    }

    private void reserve(int room) {
        if (free + room <= lists.length) {
            return;
        }
        int live = 0;
        for (int i = 0; i < n; i++) {
            live += length[i];
        }
        int[] packed = new int[Math.max(lists.length, live + room + n)];
        int put = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(lists, start[i], packed, put, length[i]);
            start[i] = put;
            put += length[i];
        }
        lists = packed;
        free = put;
    }
}
