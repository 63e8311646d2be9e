package org.undersigned.domain;

/** Where a signature stands; only {@code PUBLISHED} counts. */
public enum Status {
    IN_REVIEW,
    PUBLISHED,
    REJECTED,
    WITHDRAWN
}
