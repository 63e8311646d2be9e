package org.undersigned.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each table was written to. Who reads a stream waits here for more: asking DynamoDB Local's shards over and
 * over takes a third of a processor where nothing happens.
 */
final class Writes {
    private static final Duration BLIND = Duration.ofMillis(60);
    // What expires is deleted without a request.
    private static final Duration UNASKED = Duration.ofMillis(500);

    private final Optional<Map<String, Long>> counts;

    private Writes(Optional<Map<String, Long>> counts) {
        this.counts = counts;
    }

    /** Of a server in this process, which tells of each. */
    static Writes told() {
        return new Writes(Optional.of(new HashMap<>()));
    }

    /** Of a server elsewhere: who waits is back soon and has to look. */
    static Writes unknown() {
        return new Writes(Optional.empty());
    }

    synchronized void add(String table) {
        counts.ifPresent(known -> known.merge(table, 1L, Long::sum));
        notifyAll();
    }

    synchronized long number(String table) {
        return counts.map(known -> known.getOrDefault(table, 0L)).orElse(0L);
    }

    /** Waits until there are more than these, or something may have happened that nobody tells. */
    synchronized void awaitMoreThan(long seen, String table) throws InterruptedException {
        long end = System.nanoTime() + (counts.isPresent() ? UNASKED : BLIND).toNanos();
        for (long left = end - System.nanoTime(); left > 0 && number(table) == seen; left = end - System.nanoTime())
            wait(left / 1_000_000, (int) (left % 1_000_000));
    }
}
