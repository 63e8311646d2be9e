package org.undersigned.domain;

import java.time.Instant;

/** What a form asked for: an email that says where an address's signatures under a statement stand. */
public record StatusRequest(RequestId id, String statement, String emailAddress, Instant askedAt, Instant expiresAt) {
    /** Does not print who asked: it must not reach a log. */
    @Override
    public String toString() {
        return "StatusRequest[" + statement + "]";
    }
}
