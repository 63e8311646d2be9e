package org.undersigned.invalidate;

import java.time.Duration;
import java.util.Locale;
import org.undersigned.admin.Act;
import org.undersigned.domain.RejectionReason;
import org.undersigned.invalidate.Invalidate.Call;
import org.undersigned.invalidate.Invalidation.Asked;
import org.undersigned.invalidate.Invalidation.State;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.WindowCounter;

/** What administrators do with invalidations: each step stands in the audit or is not taken, and goes on for one call. */
final class Actions {
    private final Invalidations invalidations;
    private final Notes notes;
    private final Invalidate invalidate;
    private final WindowCounter alone;

    Actions(Env env, Invalidations invalidations, Notes notes, Signatures signatures) {
        this.invalidations = invalidations;
        this.notes = notes;
        invalidate = new Invalidate(env, invalidations, signatures);
        alone = new WindowCounter(env, "invalidations", env.number("INVALIDATIONS_ALONE"), Duration.ofDays(1));
    }

    /** How many signatures one administrator may count and reject on a day. */
    int alone() {
        return alone.most();
    }

    Invalidation count(Call call, Selection selection, RejectionReason reason) {
        Act act = call.act();
        // Ids are in the order of their time.
        String id = String.format(Locale.ROOT, "%015d-%s", act.at().toEpochMilli(), act.requestId());
        Invalidation asked =
                Invalidation.asked(call.statement().id(), id, selection, reason, new Asked(act.actor(), act.at()));
        notes.add(call, asked, "count-invalidation", asked.progress().found());
        invalidations.add(asked);
        return invalidate.goOn(call, asked);
    }

    Outcome take(Call call, Step.Action action, Invalidation found) {
        var asked = new Asked(call.act().actor(), call.act().at());
        return switch (Step.of(action, found, asked, alone())) {
            case Step.Stays(Invalidation now) -> new Taken(invalidate.goOn(call, now));
            case Step.Becomes(Invalidation after, String told) -> begin(call, after, told);
            case Step.Refused(String why) -> new Refused(why);
        };
    }

    private Outcome begin(Call call, Invalidation after, String told) {
        boolean counts = after.state() == State.REJECTING && isByWhoCounted(after);
        String who = after.asked().by();
        int found = after.progress().found();
        // Many small ones are as much as a large one.
        if (counts && alone.count(who, found).isPresent())
            return new Refused("With those that you have invalidated today these are more than " + alone()
                    + ", which need a second administrator: one who did not count them must start.");
        if (invalidations.replace(after, notes.part(call, after, told, found)))
            return new Taken(invalidate.goOn(call, after));
        if (counts) alone.count(who, -found);
        return new Refused("Somebody else has just taken it further: look again.");
    }

    private static boolean isByWhoCounted(Invalidation after) {
        String counted = after.asked().by();
        return after.started().filter(start -> start.by().equals(counted)).isPresent();
    }

    /** What came of an action. */
    sealed interface Outcome {}

    record Taken(Invalidation invalidation) implements Outcome {}

    record Refused(String why) implements Outcome {}
}
