package org.undersigned.decide;

import java.time.Instant;
import java.util.Optional;
import org.undersigned.admin.Reason;
import org.undersigned.domain.Details;
import org.undersigned.domain.Queue;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;

/** What a decision does to a signature: a rejection stands until the signature is led back to review. */
sealed interface Verdict {
    /** The signature becomes this. */
    record Changes(Signature after, Outcome outcome) implements Verdict {}

    /** It stays as it is. */
    record Stands(Outcome outcome) implements Verdict {}

    static Verdict on(Signature signature, Decide.Asked asked, Statement statement, Decide.Decider decider) {
        return switch (asked.decision()) {
            case APPROVE -> approve(signature, statement, decider);
            case REJECT ->
                reject(
                        signature,
                        asked.reason().map(Reason::code).orElse(RejectionReason.OTHER),
                        statement.moderation().rejectionMails(),
                        decider.now());
            case REINSTATE -> reinstate(signature, decider.now());
        };
    }

    private static Verdict approve(Signature signature, Statement statement, Decide.Decider decider) {
        if (signature.queue().equals(Optional.of(Queue.IN_REVIEW)))
            return approveWaiting(signature, statement, decider);
        return new Stands(signature.status() == Status.PUBLISHED ? Outcome.UNCHANGED : Outcome.CONFLICT);
    }

    /** Of a signature or of its edited words. */
    private static Verdict approveWaiting(Signature signature, Statement statement, Decide.Decider decider) {
        Details edited = signature.editedDetails();
        boolean watched = statement.moderation().watchList().holds(edited.shown());
        Optional<String> first = signature.review().firstApprover();
        if (watched && first.isEmpty())
            return new Changes(signature.approvedFirst(decider.actor()), Outcome.SECOND_APPROVER_NEEDED);
        if (watched && first.get().equals(decider.actor())) return new Stands(Outcome.SECOND_APPROVER_NEEDED);
        String sortKey = statement
                .category(edited.category())
                .filter(_ -> signature.edit().isPresent())
                .map(category -> SortKey.moved(signature, edited, category, decider.random()))
                .orElse(signature.sortKey());
        return new Changes(signature.approved(sortKey, decider.now()), Outcome.APPROVED);
    }

    /**
     * What is listed by mistake must be off the list with one call, whoever approved it; where edited words wait, those are
     * what is rejected, and the listed ones stay.
     */
    private static Verdict reject(Signature signature, RejectionReason reason, boolean told, Instant now) {
        return switch (signature.status()) {
            case PUBLISHED ->
                signature.edit().isPresent()
                        ? new Changes(signature.editRejected(reason, now), Outcome.EDIT_REJECTED)
                        : new Changes(signature.rejected(reason, told, now), Outcome.REJECTED);
            case IN_REVIEW -> new Changes(signature.rejected(reason, told, now), Outcome.REJECTED);
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
