package org.undersigned.wording;

/** Why a link that was ours leads nowhere any more. */
public enum Gone {
    /** The link or its request is too old. */
    EXPIRED,
    /** The holder of the mailbox did not ask for it. */
    REFUSED,
    /** The signer took the signature back. */
    WITHDRAWN,
    /** The organisers did not accept the signature. */
    REJECTED,
    /** The statement closed more than a day ago. */
    CLOSED
}
