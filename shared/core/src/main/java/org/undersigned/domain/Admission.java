package org.undersigned.domain;

/** What follows a confirmed address: publication, or a moderator's review. */
public enum Admission {
    AUTOMATIC,
    REVIEWED,
    /** Automatic for addresses under one of the category's domains, reviewed for others. */
    TRUSTED_DOMAINS
}
