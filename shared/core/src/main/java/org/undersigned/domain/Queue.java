package org.undersigned.domain;

/** What moderators look through: what waits for them, what was rejected, and the requests whose email came back. */
public enum Queue {
    IN_REVIEW,
    REJECTED,
    PENDING_PROBLEM
}
