package org.undersigned.tables;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was read of statements in the last {@link Statements#FRESH}, by their ids, so that signing costs no read of it. */
final class RecentlyRead<V> {
    private static final int MOST = 100;

    private final Clock clock;
    private final Map<String, Read<V>> read = new LinkedHashMap<>();

    RecentlyRead(Clock clock) {
        this.clock = clock;
    }

    synchronized Optional<V> find(String id) {
        return Optional.ofNullable(read.get(id))
                .filter(known -> clock.instant().isBefore(known.until()))
                .map(Read::value);
    }

    /** The one that was read first makes room. */
    synchronized void remember(String id, V value) {
        read.remove(id);
        if (read.size() >= MOST) read.remove(read.keySet().iterator().next());
        read.put(id, new Read<>(value, clock.instant().plus(Statements.FRESH)));
    }

    synchronized void forget(String id) {
        read.remove(id);
    }

    private record Read<V>(V value, Instant until) {}
}
