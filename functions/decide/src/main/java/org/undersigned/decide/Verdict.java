package org.undersigned.decide;

import java.time.Instant;
import java.util.Optional;
import org.undersigned.admin.Reason;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Statement;

/** What a decision does to a signature: a rejection stands until the signature is led back to review. */
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

    /** What is listed by mistake must be off the list with one call, whoever approved it. */
    private static Verdict reject(Signature signature, RejectionReason reason, boolean told, Instant now) {
        return switch (signature.status()) {
            case IN_REVIEW, PUBLISHED -> new Changes(signature.rejected(reason, told, now), Outcome.REJECTED);
            case REJECTED -> new Stands(Outcome.UNCHANGED);
            case WITHDRAWN -> new Stands(Outcome.CONFLICT);
        };
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
