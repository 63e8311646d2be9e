package org.undersigned.domain;

/** What a moderator decides on a signature; reinstating leads it back to review. */
public enum Decision {
    APPROVE,
    REJECT,
    REINSTATE
}
