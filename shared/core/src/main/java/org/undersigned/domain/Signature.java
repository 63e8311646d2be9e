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
        Optional<String> source) {

    /** A signature whose address is not confirmed yet. */
    public static Signature pending(
            SignatureId id,
            Statement statement,
            Category category,
            Words words,
            Address address,
            String sortKey,
            Instant now,
            Instant expiresAt) {
        return new Signature(
                id,
                statement.id(),
                Status.PENDING,
                1,
                words,
                Optional.of(address.typed()),
                category.statusOnceConfirmed(address),
                Listing.of(statement.id(), category.id(), words.listed()),
                sortKey,
                now,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                Optional.of(Mailing.first(now)),
                Optional.empty(),
                Optional.of(expiresAt),
                Optional.empty());
    }

    /** A signature that came on another way and is published as it is. */
    public static Signature imported(
            SignatureId id,
            Statement statement,
            Words words,
            String sortKey,
            Instant now,
            LocalDate signedOn,
            String source) {
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
                now,
                signedOn,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(source));
    }

    /** The same words given to the same address. */
    public boolean says(Signature other) {
        return words.equals(other.words) && email.equals(other.email);
    }

    /** These words as the next revision of an earlier signature, mailed as its next mail. */
    public Signature inPlaceOf(Signature earlier, Mailing mailing) {
        return new Signature(
                id,
                statement,
                status,
                earlier.revision + 1,
                words,
                email,
                admittedAs,
                listing,
                sortKey,
                since,
                signedOn,
                Optional.of(mailing),
                Optional.empty(),
                expiresAt,
                source);
    }

    /** The same signature with another mail asked for. */
    public Signature mailed(Mailing next) {
        return with(Optional.of(next), expiresAt);
    }

    /** The same signature with another mail asked for and more time to confirm it. */
    public Signature mailed(Mailing next, Instant newExpiry) {
        return with(Optional.of(next), Optional.of(newExpiry));
    }

    private Signature with(Optional<Mailing> next, Optional<Instant> expiry) {
        return new Signature(
                id,
                statement,
                status,
                revision,
                words,
                email,
                admittedAs,
                listing,
                sortKey,
                since,
                signedOn,
                next,
                confirmedRevision,
                expiry,
                source);
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
