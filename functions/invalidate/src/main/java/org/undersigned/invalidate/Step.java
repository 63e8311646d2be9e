package org.undersigned.invalidate;

import org.undersigned.domain.Term;
import org.undersigned.invalidate.Invalidation.Asked;

/** What an action makes of an invalidation; {@code alone} is how many one administrator may count and reject. */
sealed interface Step {
    /** It goes on as it is. */
    record Stays(Invalidation invalidation) implements Step {}

    /** It becomes this; {@code action} is the audit's word for it. */
    record Becomes(Invalidation invalidation, String action) implements Step {}

    record Refused(String why) implements Step {}

    static Step of(Action action, Invalidation now, Asked asked, int alone) {
        return switch (action) {
            case CONTINUE -> new Stays(now);
            case REJECT -> reject(now, asked, alone);
            case CANCEL -> cancel(now);
            case UNDO -> undo(now);
        };
    }

    /** Whether somebody other than who counted must start rejecting. */
    static boolean needsSecond(Invalidation invalidation, int alone) {
        return invalidation.progress().found() > alone;
    }

    private static Step reject(Invalidation now, Asked asked, int alone) {
        return switch (now.state()) {
            case REJECTING, REJECTED -> new Stays(now);
            case COUNTED ->
                needsSecond(now, alone) && now.asked().by().equals(asked.by())
                        ? new Refused("More than " + alone + " signatures need a second administrator: one who did not"
                                + " count them must start.")
                        : new Becomes(now.rejecting(asked), "start-invalidation");
            case COUNTING, CANCELLING, CANCELLED, UNDOING, UNDONE -> refused("rejected", now);
        };
    }

    private static Step cancel(Invalidation now) {
        return switch (now.state()) {
            case CANCELLING, CANCELLED -> new Stays(now);
            case COUNTING, COUNTED, REJECTING -> new Becomes(now.cancelling(), "cancel-invalidation");
            case REJECTED, UNDOING, UNDONE -> refused("cancelled", now);
        };
    }

    private static Step undo(Invalidation now) {
        return switch (now.state()) {
            case UNDOING -> new Stays(now);
            // Again once it is undone: what a lagging index did not show the first time.
            case REJECTED, CANCELLED, UNDONE -> new Becomes(now.undoing(), "undo-invalidation");
            case COUNTING, COUNTED, REJECTING, CANCELLING -> refused("undone", now);
        };
    }

    private static Refused refused(String done, Invalidation now) {
        return new Refused("It cannot be " + done + " now: it is " + Term.of(now.state()) + ".");
    }

    /** What can be asked for. */
    enum Action {
        CONTINUE,
        REJECT,
        CANCEL,
        UNDO
    }
}
