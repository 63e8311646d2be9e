package org.undersigned.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One signer's act, which exists once it is proven: by a click in a mailbox, or by whoever imported it. {@code version}
 * grows with every change; {@code signedAt} is when it was confirmed or imported, and tells it from one that the same
 * signer makes after withdrawing; {@code signedOn} is the day that the list shows; {@code since} is when it came to its
 * status. {@code request} is the one that was confirmed.
 */
public record Signature(
        SignatureId id,
        String statement,
        Status status,
        int version,
        Details details,
        Optional<String> emailAddress,
        String sortKey,
        Instant signedAt,
        LocalDate signedOn,
        Instant since,
        Optional<String> request,
        Optional<Owed> owed,
        Optional<Instant> expiresAt,
        Optional<Provenance> provenance,
        Review review) {
    /** In the place of a sort key. */
    private static final String ALIAS = "alias";

    /**
     * What a confirmed request becomes; {@code earlier} is what the signer had withdrawn. One that {@code claims} an
     * imported row of the same name waits for a moderator.
     */
    public static Signature confirmed(
            SigningRequest request,
            Statement statement,
            Category category,
            Optional<Signature> earlier,
            Optional<SignatureId> claims,
            String sortKey,
            Instant now) {
        Address address = Address.of(request.emailAddress()).orElseThrow();
        Status admitted = claims.isPresent()
                ? Status.IN_REVIEW
                : statement.statusOnceConfirmed(category, request.details().shown(), address);
        int version = earlier.map(Signature::version).orElse(0) + 1;
        return new Signature(
                request.signature(),
                request.statement(),
                admitted,
                version,
                request.details(),
                Optional.of(request.emailAddress()),
                sortKey,
                now,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                now,
                Optional.of(request.id().request()),
                Optional.of(new Owed(Owed.Kind.RECEIPT, version)),
                Optional.empty(),
                Optional.empty(),
                // Where a signer was is kept only for those who will have to decide.
                admitted == Status.IN_REVIEW ? Review.of(request.network(), claims) : Review.NONE);
    }

    /** A signature that came on another way: published as it is, unless its name is {@code watched}. */
    public static Signature imported(
            SignatureId id,
            Statement statement,
            Details details,
            String sortKey,
            LocalDate signedOn,
            Provenance provenance,
            boolean watched) {
        return new Signature(
                id,
                statement.id(),
                watched ? Status.IN_REVIEW : Status.PUBLISHED,
                1,
                details,
                Optional.empty(),
                sortKey,
                provenance.at(),
                signedOn,
                provenance.at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(provenance),
                Review.NONE);
    }

    /**
     * Keeps the key of an imported row's corrected words taken: a file that has them does not bring the row a second time.
     * Holds no words, so nothing of the row is left when that is erased.
     */
    public static Signature alias(SignatureId key, Signature row) {
        Details words = row.details;
        return new Signature(
                key,
                row.statement,
                Status.WITHDRAWN,
                1,
                new Details(
                        words.category(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        words.language(),
                        words.textVersion(),
                        false),
                Optional.empty(),
                ALIAS,
                row.signedAt,
                row.signedOn,
                row.since,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row.provenance,
                Review.of(Optional.empty(), Optional.of(row.id)));
    }

    /** The imported row that it is an {@link #alias} of. */
    public Optional<SignatureId> aliasOf() {
        return sortKey.equals(ALIAS) ? review.claims() : Optional.empty();
    }

    /** Whether it was this request that was confirmed. */
    public boolean isOf(RequestId confirmed) {
        return id.signer().equals(confirmed.signer())
                && request.filter(confirmed.request()::equals).isPresent();
    }

    /** The partition of the public index in which it is listed or counted; none unless it is published. */
    public Optional<String> listing() {
        return status == Status.PUBLISHED
                ? Optional.of(Listing.of(statement, details.category(), details.listed()))
                : Optional.empty();
    }

    /** Where moderators look for it, if anywhere. */
    public Optional<Queue> queue() {
        return switch (status) {
            case IN_REVIEW -> Optional.of(Queue.IN_REVIEW);
            case REJECTED -> Optional.of(Queue.REJECTED);
            case PUBLISHED, WITHDRAWN -> Optional.empty();
        };
    }

    /** The first of two approvals. */
    public Signature approvedFirst(String approver) {
        return next().review(review.approvedFirst(approver)).done();
    }

    /** Published by a moderator; where the signer was is forgotten. */
    public Signature approved(Instant now) {
        return next(Status.PUBLISHED, now)
                .review(review.approved())
                .owes(Owed.Kind.APPROVED)
                .done();
    }

    /** {@code told} is whether its signer gets an email about it. */
    public Signature rejected(RejectionReason reason, boolean told, Instant now) {
        Next next = next(Status.REJECTED, now).review(review.rejected(reason));
        return (told ? next.owes(Owed.Kind.REJECTED) : next).done();
    }

    /** Back in review, as if nothing had been decided. */
    public Signature reinstated(Instant now) {
        return next(Status.IN_REVIEW, now).review(review.reinstated()).done();
    }

    /** Withdrawn by its signer; erased when it has been {@code kept} so long. */
    public Signature withdrawn(Instant now, Duration kept) {
        Next next = next(Status.WITHDRAWN, now).review(review.withdrawn());
        next.expiresAt = Optional.of(now.plus(kept));
        return next.done();
    }

    /** An imported row whose signer has signed by email: it stays, so that the same file does not bring it back. */
    public Signature claimed(Instant now) {
        return next(Status.WITHDRAWN, now).done();
    }

    /** Corrected details, at their place in the lists; another name needs its approvals anew. */
    public Signature corrected(Details corrected, String newSortKey) {
        Next next = next();
        next.details = corrected;
        next.sortKey = newSortKey;
        if (!corrected.name().equals(details.name()) && status == Status.IN_REVIEW) next.review(review.reinstated());
        return next.done();
    }

    /** An email about it did not reach its signer. */
    public Signature bounced(Bounce bounce) {
        return next().review(review.bounced(bounce)).done();
    }

    private Next next() {
        return new Next(this);
    }

    private Next next(Status status, Instant now) {
        Next next = new Next(this);
        next.status = status;
        next.since = now;
        next.expiresAt = Optional.empty();
        return next;
    }

    /** Does not print the signer: it must not reach a log. */
    @Override
    public String toString() {
        return "Signature[" + statement + ", " + status + ", version " + version + "]";
    }

    /** The next version in the making: what is not set stays. */
    private static final class Next {
        private final Signature from;
        private Status status;
        private Details details;
        private String sortKey;
        private Instant since;
        private Optional<Owed> owed;
        private Optional<Instant> expiresAt;
        private Review review;

        private Next(Signature from) {
            this.from = from;
            status = from.status;
            details = from.details;
            sortKey = from.sortKey;
            since = from.since;
            owed = from.owed;
            expiresAt = from.expiresAt;
            review = from.review;
        }

        private Next review(Review changed) {
            review = changed;
            return this;
        }

        /** Nothing where there is no address to send it to. */
        private Next owes(Owed.Kind kind) {
            if (from.emailAddress.isPresent()) owed = Optional.of(new Owed(kind, from.version + 1));
            return this;
        }

        private Signature done() {
            return new Signature(
                    from.id,
                    from.statement,
                    status,
                    from.version + 1,
                    details,
                    from.emailAddress,
                    sortKey,
                    from.signedAt,
                    from.signedOn,
                    since,
                    from.request,
                    owed,
                    expiresAt,
                    from.provenance,
                    review);
        }
    }
}
