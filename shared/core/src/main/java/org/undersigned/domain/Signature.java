package org.undersigned.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One signer's act. What confirming needs is settled at signing: {@code admittedAs} is the status once confirmed,
 * {@code listing} the partition of the public index, {@code sortKey} the place in it. {@code revision} grows when other
 * words are signed before confirming; {@code confirmedRevision} is the one that was confirmed.
 */
public record Signature(
        SignatureId id,
        String statement,
        Status status,
        int revision,
        Words words,
        Optional<String> email,
        Status admittedAs,
        String listing,
        String sortKey,
        Instant since,
        LocalDate signedOn,
        Optional<Mailing> mailing,
        Optional<Integer> confirmedRevision,
        Optional<Instant> expiresAt,
        Optional<Provenance> provenance,
        Review review) {

    /** A signature whose address is not confirmed yet. */
    public static Signature pending(
            SignatureId id,
            Statement statement,
            Category category,
            Words words,
            Address address,
            Optional<Network> network,
            String sortKey,
            Instant now,
            Instant expiresAt) {
        Status admittedAs = statement.statusOnceConfirmed(category, words.name(), address);
        return new Signature(
                id,
                statement.id(),
                Status.PENDING,
                1,
                words,
                Optional.of(address.typed()),
                admittedAs,
                Listing.of(statement.id(), category.id(), words.listed()),
                sortKey,
                now,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                Optional.of(Mailing.first(now)),
                Optional.empty(),
                Optional.of(expiresAt),
                Optional.empty(),
                // Where a signer was is kept only for those who will have to decide.
                admittedAs == Status.IN_REVIEW ? Review.from(network) : Review.NONE);
    }

    /** A signature that came on another way and is published as it is. */
    public static Signature imported(
            SignatureId id,
            Statement statement,
            Words words,
            String sortKey,
            LocalDate signedOn,
            Provenance provenance) {
        return new Signature(
                id,
                statement.id(),
                Status.PUBLISHED,
                1,
                words,
                Optional.empty(),
                Status.PUBLISHED,
                Listing.of(statement.id(), words.category(), words.listed()),
                sortKey,
                provenance.at(),
                signedOn,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(provenance),
                Review.NONE);
    }

    /** The same words given to the same address. */
    public boolean says(Signature other) {
        return words.equals(other.words) && email.equals(other.email);
    }

    /** These words as the next revision of an earlier signature, mailed as its next mail. */
    public Signature inPlaceOf(Signature earlier, Mailing next) {
        var draft = new SignatureDraft(this);
        draft.revision = earlier.revision + 1;
        draft.mailing = Optional.of(next);
        draft.confirmedRevision = Optional.empty();
        return draft.done();
    }

    /** The same signature with another mail asked for. */
    public Signature mailed(Mailing next) {
        var draft = new SignatureDraft(this);
        draft.mailing = Optional.of(next);
        return draft.done();
    }

    /** The same signature with another mail asked for and more time to confirm it. */
    public Signature mailed(Mailing next, Instant newExpiry) {
        var draft = new SignatureDraft(mailed(next));
        draft.expiresAt = Optional.of(newExpiry);
        return draft.done();
    }

    /** The first of two approvals. */
    public Signature approvedFirst(String approver) {
        var draft = new SignatureDraft(this);
        draft.review = review.approvedFirst(approver);
        return draft.done();
    }

    /** Published by a moderator; where the signer was is forgotten. */
    public Signature approved(Instant now) {
        var draft = new SignatureDraft(this);
        draft.status = Status.PUBLISHED;
        draft.since = now;
        draft.review = review.approved();
        return draft.done();
    }

    public Signature rejected(RejectionReason reason, Instant now) {
        var draft = new SignatureDraft(this);
        draft.status = Status.REJECTED;
        draft.since = now;
        draft.review = review.rejected(reason);
        return draft.done();
    }

    /** Back in review, as if nothing had been decided. */
    public Signature reinstated(Instant now) {
        var draft = new SignatureDraft(this);
        draft.status = Status.IN_REVIEW;
        draft.since = now;
        draft.review = review.reinstated();
        return draft.done();
    }

    /** An imported row whose signer has signed by mail: it stays, so that the same file does not bring it back. */
    public Signature claimed(Instant now) {
        var draft = new SignatureDraft(this);
        draft.status = Status.WITHDRAWN;
        draft.since = now;
        return draft.done();
    }

    /** Corrected words as the next revision, at their place in the lists; another name needs its approvals anew. */
    public Signature corrected(Words newWords, String newSortKey) {
        var draft = new SignatureDraft(this);
        draft.revision = revision + 1;
        draft.words = newWords;
        draft.listing = Listing.of(statement, newWords.category(), newWords.listed());
        draft.sortKey = newSortKey;
        if (!newWords.name().equals(words.name()) && status == Status.IN_REVIEW) draft.review = review.reinstated();
        return draft.done();
    }

    public boolean isExpired(Instant now) {
        return expiresAt.filter(expiry -> !now.isBefore(expiry)).isPresent();
    }

    /** Does not print the signer: it must not reach a log. */
    @Override
    public String toString() {
        return "Signature[" + statement + ", " + status + ", revision " + revision + "]";
    }
}
