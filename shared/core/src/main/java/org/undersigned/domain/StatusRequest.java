package org.undersigned.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What a form asked for: an email that says where an address's signatures under a statement stand; {@code requestId} is that
 * of the call of the API that brought it, for logs.
 */
public record StatusRequest(
        RequestId id,
        String statement,
        String emailAddress,
        Instant askedAt,
        Instant expiresAt,
        Optional<String> requestId) {
    /** Does not print who asked: it must not reach a log. */
    @Override
    public String toString() {
        return "StatusRequest[" + statement + "]";
    }
}
