package org.undersigned.lambda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What was read a short time ago, by its key; what was read first makes room when all together weigh too much. */
public final class RecentlyRead<K, V> {
    private final Clock clock;
    private final Duration fresh;
    private final long room;
    private final ToLongFunction<V> weight;
    private final Map<K, Read<V>> read = new LinkedHashMap<>();
    private long weighs;

    public RecentlyRead(Clock clock, Duration fresh, long room, ToLongFunction<V> weight) {
        this.clock = clock;
        this.fresh = fresh;
        this.room = room;
        this.weight = weight;
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(read.get(key))
                .filter(known -> clock.instant().isBefore(known.until()))
                .map(Read::value);
    }

    public void remember(K key, V value) {
        remember(key, value, clock.instant());
    }

    /** What was read at that moment, if nothing under its key was read later. */
    public synchronized void remember(K key, V value, Instant at) {
        Instant until = at.plus(fresh);
        Read<V> known = read.get(key);
        if (known != null && known.until().isAfter(until)) return;
        forget(key);
        weighs += weight.applyAsLong(value);
        read.put(key, new Read<>(value, until));
        while (weighs > room) forget(read.keySet().iterator().next());
    }

    public synchronized void forget(K key) {
        Read<V> gone = read.remove(key);
        if (gone != null) weighs -= weight.applyAsLong(gone.value());
    }

    private record Read<V>(V value, Instant until) {}
}
