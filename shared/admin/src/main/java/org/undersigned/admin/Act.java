package org.undersigned.admin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.AuditEntry;

/** Who does something, in which role, when, and in which request: what every audit entry of the request has in common. */
public record Act(String actor, String role, Instant at, String requestId) {

    /** The request's entry number {@code number}; each of its entries needs a number of its own. */
    public AuditEntry entry(
            int number,
            String action,
            Optional<String> subject,
            Optional<String> reason,
            Optional<Map<String, Object>> before,
            Optional<Map<String, Object>> after) {
        return new AuditEntry(
                at, requestId + "." + number, actor, role, action, subject, reason, requestId, before, after);
    }

    /** Does not print who it is: it must not reach a log. */
    @Override
    public String toString() {
        return "Act[" + requestId + "]";
    }
}
