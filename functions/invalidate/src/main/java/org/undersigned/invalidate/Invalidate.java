package org.undersigned.invalidate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.undersigned.admin.Act;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.invalidate.Candidates.Page;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Signatures;

/** Takes an invalidation further, piece by piece, as long as one call may last; whoever calls next goes on from there. */
final class Invalidate {
    /** Of the 29 seconds that the gateway waits; the last piece begins before. */
    private static final Duration CALL = Duration.ofSeconds(12);

    private static final int COUNTED_AT_ONCE = 500;
    private static final int CHANGED_AT_ONCE = 100;

    private final Invalidations invalidations;
    private final Changes changes;
    private final Candidates candidates;
    private final Clock clock;
    private final RandomGenerator random;

    Invalidate(Env env, Invalidations invalidations, Signatures signatures) {
        this.invalidations = invalidations;
        changes = new Changes(signatures, env.clock());
        candidates = new Candidates(env, signatures);
        clock = env.clock();
        random = env.random();
    }

    /** Ends when nothing is under way any more, or when the call has lasted long enough. */
    Invalidation goOn(Call call, Invalidation begun) {
        Instant end = clock.instant().plus(CALL);
        Invalidation now = begun;
        while (now.isUnderWay() && clock.instant().isBefore(end)) {
            Invalidation next = piece(call, now);
            // Somebody else has taken it further meanwhile: from where they are.
            now = invalidations.replace(next)
                    ? next
                    : invalidations.find(call.statement().id(), now.id()).orElseThrow();
        }
        return now;
    }

    private Invalidation piece(Call call, Invalidation now) {
        return switch (now.state()) {
            case COUNTING -> count(call, now);
            case REJECTING -> reject(call, now);
            case CANCELLING -> now.ended(rejected(call, now));
            case UNDOING -> undo(call, now);
            case COUNTED, REJECTED, CANCELLED, UNDONE -> throw new IllegalStateException("nothing is under way");
        };
    }

    private Invalidation count(Call call, Invalidation now) {
        Page page = candidates.standing(call.statement(), now.progress().place(), COUNTED_AT_ONCE);
        List<SignatureId> more = matching(page, signature -> now.means(signature, call.statement()));
        Progress further = now.progress().found(more, page.place(), random);
        return further.isAtEnd() ? now.ended(further) : now.at(further);
    }

    /** No more are rejected than were counted: that many is what somebody has said yes to. */
    private Invalidation reject(Call call, Invalidation now) {
        Progress done = rejected(call, now);
        int left = done.found() - done.rejected();
        if (done.isAtEnd() || left <= 0) return now.ended(done);
        Page page = candidates.standing(call.statement(), done.place(), CHANGED_AT_ONCE);
        List<SignatureId> next = matching(page, signature -> now.means(signature, call.statement()));
        return now.at(done.to(page.place(), next.subList(0, Math.min(left, next.size()))));
    }

    private Progress rejected(Call call, Invalidation now) {
        return now.progress().rejected(changes.reject(call, now));
    }

    private Invalidation undo(Call call, Invalidation now) {
        Progress done = now.progress().restored(changes.restore(call, now));
        if (done.isAtEnd() || now.started().isEmpty()) return now.ended(done);
        Page page =
                candidates.rejectedSince(call.statement(), now.started().get().at(), done.place(), CHANGED_AT_ONCE);
        return now.at(done.to(page.place(), matching(page, signature -> signature.isInvalidatedBy(now.id()))));
    }

    private static List<SignatureId> matching(Page page, Predicate<Signature> meant) {
        return page.signatures().stream().filter(meant).map(Signature::id).toList();
    }

    /** What all pieces of a call have in common; {@code entries} numbers its entries in the audit. */
    record Call(Statement statement, Act act, AtomicInteger entries) {}
}
