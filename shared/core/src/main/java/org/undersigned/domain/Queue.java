package org.undersigned.domain;

/** What moderators look through: what waits for them, what was rejected, and what is unconfirmed because of its mail. */
public enum Queue {
    IN_REVIEW,
    REJECTED,
    PENDING_PROBLEM
}
