package org.undersigned.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.undersigned.domain.StatusChange;
import org.undersigned.domain.Term;
import org.undersigned.domain.Totals;
import org.undersigned.domain.Waiting;

/**
 * A fact that other systems are told, as docs/events.md describes it; its {@code detail} holds no name and no address, and
 * an {@code id} that is the same whenever the same fact is told again.
 */
public record Event(String type, Instant at, Map<String, Object> detail) {
    /** Grows when something is taken away from an event or changes its meaning. */
    private static final int SCHEMA = 1;

    /** {@code totals} are those of the statement, as counted by now. */
    public static Event of(StatusChange change, Totals totals) {
        Map<String, Object> detail = begun();
        detail.putAll(change.json());
        detail.put("totals", Map.of("statement", totals.published(), "category", totals.published(change.category())));
        return new Event("signature." + Term.of(change.status()), change.since(), detail);
    }

    static Event thresholdReached(String statement, int threshold, long total, Instant now) {
        Map<String, Object> detail = begun();
        detail.put("id", statement + ".threshold-reached." + threshold);
        detail.put("statement", statement);
        detail.put("threshold", threshold);
        detail.put("total", total);
        return new Event("statement.threshold-reached", now, detail);
    }

    /** Of that day. */
    public static Event waiting(String statement, LocalDate day, Waiting waiting, Instant now) {
        Map<String, Object> detail = begun();
        detail.put("id", statement + ".waiting." + day);
        detail.put("statement", statement);
        detail.put("day", day.toString());
        detail.put("waiting", waiting.signatures());
        detail.put("since", waiting.since().toString());
        return new Event("statement.waiting", now, detail);
    }

    private static Map<String, Object> begun() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("schema", SCHEMA);
        return detail;
    }
}
