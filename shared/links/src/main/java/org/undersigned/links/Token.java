package org.undersigned.links;

import java.time.Instant;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.SignatureId;

/** What a mailed link stands for; a link for one thing is none for another. */
public sealed interface Token {
    Instant expiresAt();

    default boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** Confirms a request, or another one of the same address. */
    record Confirm(RequestId request, Instant expiresAt) implements Token {}

    /** Refuses the requests of an address under a statement, and emails to its mailbox ({@code mailbox} is a keyed hash). */
    record Refuse(String signer, String mailbox, Instant expiresAt) implements Token {}

    /** Shows and edits the signature that was made at that moment, and none that its signer makes anew. */
    record Edit(SignatureId signature, Instant signedAt, Instant expiresAt) implements Token {}

    /** Withdraws the signature that was made at that moment, and none that its signer makes anew. */
    record Withdraw(SignatureId signature, Instant signedAt, Instant expiresAt) implements Token {}
}
