package org.undersigned.retain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.AuditEntry;

/** What the audit holds of a run: numbers. */
final class Retained {
    private Retained() {}

    static AuditEntry entry(Instant now, String requestId, int number, Map<String, Object> counts) {
        return new AuditEntry(
                now,
                requestId + "." + number,
                "undersigned",
                "system",
                "retain",
                Optional.empty(),
                Optional.empty(),
                requestId,
                Optional.empty(),
                Optional.of(counts));
    }
}
