package org.undersigned.wording;

/** Where a confirmed signature stands. */
public enum Standing {
    PUBLISHED,
    IN_REVIEW,
    REJECTED
}
