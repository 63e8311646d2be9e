package org.undersigned.domain;

/** Why a mail did not reach its reader, as Amazon SES parts it. */
public enum Bounce {
    PERMANENT,
    TRANSIENT,
    COMPLAINT
}
