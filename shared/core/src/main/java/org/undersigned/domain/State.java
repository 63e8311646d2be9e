package org.undersigned.domain;

/** Whether a statement takes signatures. */
public enum State {
    OPEN,
    PAUSED,
    CLOSED
}
