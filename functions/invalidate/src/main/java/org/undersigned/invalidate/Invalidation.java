package org.undersigned.invalidate;

import java.time.Instant;
import java.util.Optional;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Statement;

/**
 * Rejects all that a selection means: counted first, then rejected on somebody's word, in pieces; cancelled or undone on
 * another. {@code version} grows with every piece.
 */
record Invalidation(
        String statement,
        String id,
        int version,
        State state,
        Selection selection,
        RejectionReason reason,
        Asked asked,
        Optional<Asked> started,
        Progress progress) {

    static Invalidation asked(String statement, String id, Selection selection, RejectionReason reason, Asked asked) {
        return new Invalidation(
                statement, id, 1, State.COUNTING, selection, reason, asked, Optional.empty(), Progress.NONE);
    }

    /** Starts rejecting what has been counted. */
    Invalidation rejecting(Asked start) {
        return becomes(State.REJECTING, Optional.of(start), progress.from(Progress.START));
    }

    /** What the piece under way has written down is still done, so that it is counted. */
    Invalidation cancelling() {
        return becomes(State.CANCELLING, started, progress);
    }

    Invalidation undoing() {
        return becomes(State.UNDOING, started, progress.from(Progress.START));
    }

    /** One piece further. */
    Invalidation at(Progress further) {
        return becomes(state, started, further);
    }

    /** All of it is counted, rejected or restored. */
    Invalidation ended(Progress last) {
        return becomes(
                switch (state) {
                    case COUNTING -> State.COUNTED;
                    case REJECTING -> State.REJECTED;
                    case CANCELLING -> State.CANCELLED;
                    case UNDOING -> State.UNDONE;
                    case COUNTED, REJECTED, CANCELLED, UNDONE ->
                        throw new IllegalStateException("nothing is under way");
                },
                started,
                last);
    }

    boolean isUnderWay() {
        return switch (state) {
            case COUNTING, REJECTING, CANCELLING, UNDOING -> true;
            case COUNTED, REJECTED, CANCELLED, UNDONE -> false;
        };
    }

    /**
     * Whether this signature is to be rejected. What a moderator or its signer has changed since rejecting began is left
     * alone, and so is what it has rejected before.
     */
    boolean means(Signature signature, Statement definition) {
        return started.filter(start -> !signature.since().isBefore(start.at())).isEmpty()
                && !signature.wasInvalidatedBy(id)
                && selection.matches(signature, definition);
    }

    private Invalidation becomes(State next, Optional<Asked> start, Progress further) {
        return new Invalidation(statement, id, version + 1, next, selection, reason, asked, start, further);
    }

    /** Does not print who asked for it or what for: it must not reach a log. */
    @Override
    public String toString() {
        return "Invalidation[" + id + ", " + state + "]";
    }

    /** Where it stands. */
    enum State {
        COUNTING,
        COUNTED,
        REJECTING,
        REJECTED,
        CANCELLING,
        CANCELLED,
        UNDOING,
        UNDONE
    }

    /** Who asked for something, and when. */
    record Asked(String by, Instant at) {
        /** Does not print who: it must not reach a log. */
        @Override
        public String toString() {
            return "Asked[" + at + "]";
        }
    }
}
