package org.undersigned.domain;

/** Whether a statement takes signatures; a draft is not there for the public. */
public enum State {
    DRAFT,
    OPEN,
    PAUSED,
    CLOSED
}
