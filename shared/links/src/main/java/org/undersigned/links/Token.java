package org.undersigned.links;

import java.time.Instant;
import org.undersigned.domain.SignatureId;

/** What a mailed link stands for. */
public record Token(Purpose purpose, SignatureId signature, int revision, Instant expiresAt) {

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** What a link may be used for; a link for one is none for the other. */
    public enum Purpose {
        CONFIRM,
        WITHDRAW
    }
}
