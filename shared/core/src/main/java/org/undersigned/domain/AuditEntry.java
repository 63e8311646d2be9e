package org.undersigned.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody did, when and why: {@code subject} is what it was done to, {@code before} and {@code after} hold what
 * changed of it, as values that JSON knows.
 */
public record AuditEntry(
        Instant at,
        String id,
        String actor,
        String role,
        String action,
        Optional<String> subject,
        Optional<String> reason,
        String requestId,
        Optional<Map<String, Object>> before,
        Optional<Map<String, Object>> after) {

    /** With members in the order of their names, so that an entry is written in one way only. */
    public SortedMap<String, Object> json() {
        var json = new TreeMap<String, Object>();
        json.put("at", at.toString());
        json.put("id", id);
        json.put("actor", actor);
        json.put("role", role);
        json.put("action", action);
        json.put("subject", subject.orElse(null));
        json.put("reason", reason.orElse(null));
        json.put("requestId", requestId);
        json.put("before", before.map(TreeMap::new).orElse(null));
        json.put("after", after.map(TreeMap::new).orElse(null));
        return json;
    }

    /** Does not print who did it to whom: it must not reach a log. */
    @Override
    public String toString() {
        return "AuditEntry[" + action + "]";
    }
}
