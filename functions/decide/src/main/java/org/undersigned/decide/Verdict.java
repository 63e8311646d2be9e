package org.undersigned.decide;

import java.time.Instant;
import java.util.Optional;
import org.undersigned.admin.Reason;
import org.undersigned.domain.Decision;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;

/** What a decision does to a signature: the first decision stands until the signature is led back to review. */
sealed interface Verdict {
    /** The signature becomes this. */
    record Changes(Signature after, Outcome outcome) implements Verdict {}

    /** It stays as it is. */
    record Stands(Outcome outcome) implements Verdict {}

    static Verdict on(Signature signature, Decide.Asked asked, Statement statement, String actor, Instant now) {
        return switch (asked.decision()) {
            case APPROVE -> approve(signature, statement, actor, now);
            case REJECT ->
                reject(
                        signature,
                        asked.reason().map(Reason::code).orElse(RejectionReason.OTHER),
                        statement.moderation().rejectionMails(),
                        now);
            case REINSTATE -> reinstate(signature, now);
        };
    }

    private static Verdict approve(Signature signature, Statement statement, String actor, Instant now) {
        return switch (signature.status()) {
            case IN_REVIEW -> {
                boolean watched = statement
                        .moderation()
                        .watchList()
                        .holds(signature.details().shown());
                Optional<String> first = signature.review().firstApprover();
                if (!watched
                        || first.filter(approver -> !approver.equals(actor)).isPresent())
                    yield new Changes(signature.approved(now), Outcome.APPROVED);
                if (first.isPresent()) yield new Stands(Outcome.SECOND_APPROVER_NEEDED);
                yield new Changes(signature.approvedFirst(actor), Outcome.SECOND_APPROVER_NEEDED);
            }
            case PUBLISHED -> new Stands(Outcome.UNCHANGED);
            case REJECTED, WITHDRAWN -> new Stands(Outcome.CONFLICT);
        };
    }

    /** What was published without a moderator can be rejected at once; what one has approved cannot. */
    private static Verdict reject(Signature signature, RejectionReason reason, boolean told, Instant now) {
        boolean decidable = switch (signature.status()) {
            case IN_REVIEW -> true;
            case PUBLISHED -> signature.review().decision().isEmpty();
            case REJECTED, WITHDRAWN -> false;
        };
        if (decidable) {
            return new Changes(signature.rejected(reason, told, now), Outcome.REJECTED);
        }
        return new Stands(
                signature.review().decision().equals(Optional.of(Decision.REJECT))
                                && signature.status() == Status.REJECTED
                        ? Outcome.UNCHANGED
                        : Outcome.CONFLICT);
    }

    private static Verdict reinstate(Signature signature, Instant now) {
        return switch (signature.status()) {
            case PUBLISHED, REJECTED -> new Changes(signature.reinstated(now), Outcome.REINSTATED);
            case IN_REVIEW -> new Stands(Outcome.UNCHANGED);
            // A row that gave way to its signer can come back; what a signer withdrew cannot.
            case WITHDRAWN ->
                signature.provenance().isPresent()
                        ? new Changes(signature.reinstated(now), Outcome.REINSTATED)
                        : new Stands(Outcome.CONFLICT);
        };
    }
}
