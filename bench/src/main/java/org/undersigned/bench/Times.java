package org.undersigned.bench;

import java.util.Arrays;

/** Durations of one thing done many times, in nanoseconds. */
final class Times {
    private final long[] nanos;
    private int size;

    Times(int capacity) {
        nanos = new long[capacity];
    }

    void measure(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        nanos[size++] = System.nanoTime() - start;
    }

    double median() {
        return percentile(50);
    }

    /** In microseconds. */
    double percentile(int percent) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, size * percent / 100)] / 1_000.0;
    }

    /** What is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
