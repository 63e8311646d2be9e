package org.undersigned.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How many requests each list has blocked, and when the last one was seen. */
public record BlockedCounts(Map<BlockList, Long> counts, Optional<Instant> lastAt) {
    public long of(BlockList list) {
        return counts.getOrDefault(list, 0L);
    }
}
