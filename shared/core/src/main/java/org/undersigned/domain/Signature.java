package org.undersigned.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One signer's act, which exists once it is proven: by a click in a mailbox, or by whoever imported it. {@code version}
 * grows with every change; {@code signedAt} is when it was confirmed or imported, and tells it from one that the same
 * signer makes after withdrawing; {@code signedOn} is the day that the list shows; {@code since} is when it came to its
 * status. {@code request} is the one that was confirmed; {@code withdrawnFrom} is the status that a signer who takes a
 * withdrawal back returns to; {@code edit} are other words that wait for a moderator, while those of {@code details}
 * stand.
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
        Optional<Status> withdrawnFrom,
        Optional<Provenance> provenance,
        Review review,
        Optional<Edit> edit) {

    /** In the place of a sort key. */
    private static final String ALIAS = "alias";

    /** The place in lists of what is in none; a key of the index must not be empty. */
    private static final String ERASED = "erased";

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
                Review.of(request.network(), claims),
                Optional.empty());
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
                Review.NONE,
                Optional.empty());
    }

    /**
     * Keeps the key of an imported row's corrected words taken: a file that has them does not bring the row a second time.
     * Holds no words, and not where they are from, so nothing of the row is left when that is erased.
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
                Optional.empty(),
                Review.of(Optional.empty(), Optional.of(row.id)),
                Optional.empty());
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

    /** Whether it is the one signed then, not one that the same signer made anew; links tell milliseconds. */
    public boolean isSignedAt(Instant moment) {
        return signedAt.toEpochMilli() == moment.toEpochMilli();
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
            case PUBLISHED -> edit.map(_ -> Queue.IN_REVIEW);
            case WITHDRAWN -> Optional.empty();
        };
    }

    /** With the words that wait, for whoever compares them with others. */
    public Signature asEdited() {
        Next next = next();
        next.details = editedDetails();
        return next.done();
    }

    /** Its details with the words that wait, if any. */
    public Details editedDetails() {
        return edit.map(words -> words.applied(details)).orElse(details);
    }

    /** The first of two approvals. */
    public Signature approvedFirst(String approver) {
        return next().review(review.approvedFirst(approver)).done();
    }

    /** Published by a moderator, with the words that waited. */
    public Signature approved(String newSortKey, Instant now) {
        Next next = next(Status.PUBLISHED, now).owes(Owed.Kind.APPROVED);
        next.details = editedDetails();
        next.sortKey = newSortKey;
        next.edit = Optional.empty();
        return next.review(edit.map(words -> review.claiming(words.claims()))
                        .orElse(review)
                        .approved())
                .done();
    }

    /** In the same step an imported row of its name leaves the list for it, and will be erased with it. */
    public Signature inPlaceOf(SignatureId row) {
        Next next = next().review(review.inPlaceOf(row));
        next.version = version;
        return next.done();
    }

    /** Other words that nobody has to look at. */
    public Signature edited(Details other, String newSortKey) {
        Next next = next().owes(Owed.Kind.CHANGED).review(review.edited());
        next.details = other;
        next.sortKey = newSortKey;
        next.edit = Optional.empty();
        return next.done();
    }

    /** Other words wait for a moderator; whether it is listed is the signer's own choice, and holds at once. */
    public Signature proposed(Edit words, boolean listed, String newSortKey, Instant now) {
        Next next = next().review(review.edited());
        next.details = details.withListed(listed);
        next.sortKey = newSortKey;
        next.since = now;
        next.edit = Optional.of(words);
        return next.done();
    }

    /** The words that waited are dropped; those that stand stay. */
    public Signature editRejected(RejectionReason reason, Instant now) {
        Next next = next(status, now).review(review.editRejected(reason));
        next.edit = Optional.empty();
        return next.done();
    }

    /** {@code told} is whether its signer gets an email about it. */
    public Signature rejected(RejectionReason reason, boolean told, Instant now) {
        Next next = next(Status.REJECTED, now).review(review.rejected(reason));
        next.edit = Optional.empty();
        return (told ? next.owes(Owed.Kind.REJECTED) : next).done();
    }

    /** Rejected with all others of an attack: its signer is not told, and all of it is kept for {@link #revalidated}. */
    public Signature invalidated(String invalidation, RejectionReason reason, Instant now) {
        var mark = new Invalidated(invalidation, status, since, review.rejectedFor(), false);
        return next(Status.REJECTED, now)
                .review(review.invalidated(mark, reason))
                .done();
    }

    /** As it stood before it was invalidated; throws when it is not. */
    public Signature revalidated() {
        Invalidated mark = review.invalidated().orElseThrow();
        return next(mark.status(), mark.since())
                .review(review.revalidated(mark))
                .done();
    }

    /** Whether it is rejected by this invalidation and by nobody since. */
    public boolean isInvalidatedBy(String invalidation) {
        return status == Status.REJECTED
                && wasInvalidatedBy(invalidation)
                && review.invalidated().filter(Invalidated::undone).isEmpty();
    }

    /** Whether this invalidation has rejected it, be that undone or not. */
    public boolean wasInvalidatedBy(String invalidation) {
        return review.invalidated()
                .filter(mark -> mark.invalidation().equals(invalidation))
                .isPresent();
    }

    /** Back in review, as if nothing had been decided. */
    public Signature reinstated(Instant now) {
        return next(Status.IN_REVIEW, now).review(review.reinstated()).done();
    }

    /** Withdrawn by its signer, who can take that back for some hours: until then all of it is kept. */
    public Signature withdrawn(Instant now) {
        Next next = next(Status.WITHDRAWN, now);
        next.withdrawnFrom = Optional.of(status);
        return next.done();
    }

    /** As it was before its signer withdrew it; throws when it is not withdrawn by its signer. */
    public Signature restored(Instant now) {
        return next(withdrawnFrom.orElseThrow(), now).owes(Owed.Kind.CHANGED).done();
    }

    /**
     * What stays for good when a signature is erased: its key, so that neither an import nor an old link brings it back,
     * and nothing that tells who signed.
     */
    public Signature erased(Instant now) {
        Next next =
                next(Status.WITHDRAWN, status == Status.WITHDRAWN ? since : now).review(Review.NONE);
        next.details = details.erased();
        next.sortKey = ERASED;
        next.emailAddress = Optional.empty();
        next.owed = Optional.empty();
        next.edit = Optional.empty();
        next.provenance = Optional.empty();
        return next.done();
    }

    public boolean isErased() {
        return details.isErased();
    }

    /** Without email address, contact and network; who signed still stands in the list. */
    public Signature withoutContact() {
        Next next = next().review(review.withoutNetwork());
        next.details = details.withoutContact();
        next.emailAddress = Optional.empty();
        return next.done();
    }

    /** Where the signer was is forgotten. */
    public Signature withoutNetwork() {
        return next().review(review.withoutNetwork()).done();
    }

    /** Whether it holds, beside what the list shows, something that must go one day. */
    public boolean holdsContact() {
        return emailAddress.isPresent()
                || details.contact().isPresent()
                || review.network().isPresent();
    }

    /**
     * Whether something of it must be erased one day, without anybody doing anything. A row that gave way to its signer
     * goes when that signature does.
     */
    public boolean isRetained() {
        return status == Status.WITHDRAWN ? withdrawnFrom.isPresent() : holdsContact();
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

    /** If this version has come to owe an email, that goes back to this call of the API. */
    public Signature causedBy(String requestId) {
        Next same = next();
        same.version = version;
        same.owed = owed.map(email -> email.version() == version ? email.causedBy(requestId) : email);
        return same.done();
    }

    private Next next() {
        return new Next(this);
    }

    private Next next(Status status, Instant now) {
        Next next = new Next(this);
        next.status = status;
        next.since = now;
        next.withdrawnFrom = Optional.empty();
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
        private int version;
        private Status status;
        private Details details;
        private String sortKey;
        private Instant since;
        private Optional<Owed> owed;
        private Optional<Status> withdrawnFrom;
        private Optional<String> emailAddress;
        private Optional<Provenance> provenance;
        private Review review;
        private Optional<Edit> edit;

        private Next(Signature from) {
            this.from = from;
            version = from.version + 1;
            status = from.status;
            details = from.details;
            sortKey = from.sortKey;
            since = from.since;
            owed = from.owed;
            withdrawnFrom = from.withdrawnFrom;
            emailAddress = from.emailAddress;
            provenance = from.provenance;
            review = from.review;
            edit = from.edit;
        }

        private Next review(Review changed) {
            review = changed;
            return this;
        }

        /** Nothing where there is no address to send it to. */
        private Next owes(Owed.Kind kind) {
            if (from.emailAddress.isPresent()) owed = Optional.of(new Owed(kind, version));
            return this;
        }

        private Signature done() {
            return new Signature(
                    from.id,
                    from.statement,
                    status,
                    version,
                    details,
                    emailAddress,
                    sortKey,
                    from.signedAt,
                    from.signedOn,
                    since,
                    from.request,
                    owed,
                    withdrawnFrom,
                    provenance,
                    review,
                    edit);
        }
    }
}
