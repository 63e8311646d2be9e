package org.undersigned.domain;

import java.time.Instant;
import java.util.Optional;

/** A signature in the making out of another: what is not set stays. */
final class SignatureDraft {
    private final Signature from;
    Status status;
    int revision;
    Words words;
    String listing;
    String sortKey;
    Instant since;
    Optional<Mailing> mailing;
    Optional<Integer> confirmedRevision;
    Optional<Instant> expiresAt;
    Review review;

    SignatureDraft(Signature from) {
        this.from = from;
        status = from.status();
        revision = from.revision();
        words = from.words();
        listing = from.listing();
        sortKey = from.sortKey();
        since = from.since();
        mailing = from.mailing();
        confirmedRevision = from.confirmedRevision();
        expiresAt = from.expiresAt();
        review = from.review();
    }

    Signature done() {
        return new Signature(
                from.id(),
                from.statement(),
                status,
                revision,
                words,
                from.email(),
                from.admittedAs(),
                listing,
                sortKey,
                since,
                from.signedOn(),
                mailing,
                confirmedRevision,
                expiresAt,
                from.provenance(),
                review);
    }
}
