package org.undersigned.wording;

/** Why a link that was ours leads nowhere any more. */
public enum Gone {
    EXPIRED,
    SUPERSEDED,
    WITHDRAWN,
    REFUSED
}
