package org.undersigned.invalidate;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.undersigned.admin.Parallel;
import org.undersigned.domain.Change;
import org.undersigned.domain.Invalidated;
import org.undersigned.domain.Note;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Term;
import org.undersigned.invalidate.Invalidate.Call;
import org.undersigned.tables.Signatures;

/**
 * Rejects and restores what an invalidation has pending, each signature in one transaction with its audit entry. A piece
 * that is done a second time counts what it did the first time, and changes nothing more.
 */
final class Changes {
    private final Signatures signatures;
    private final Clock clock;

    Changes(Signatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    /** How many of those pending are rejected by it. */
    int reject(Call call, Invalidation now) {
        return changed(now, found -> {
            if (found.filter(signature -> signature.isInvalidatedBy(now.id())).isPresent()) return Change.stays(true);
            return found.filter(signature -> now.means(signature, call.statement()))
                    .map(before -> becomes(
                            call,
                            now,
                            "invalidate",
                            before,
                            before.invalidated(now.id(), now.reason(), clock.instant())))
                    .orElse(Change.stays(false));
        });
    }

    /** How many of those pending stand again as they stood. */
    int restore(Call call, Invalidation now) {
        return changed(
                now,
                found -> found.filter(signature -> signature.isInvalidatedBy(now.id()))
                        .map(before -> becomes(call, now, "revalidate", before, before.revalidated()))
                        .orElseGet(() -> Change.stays(found.filter(signature -> isRestored(signature, now))
                                .isPresent())));
    }

    private static boolean isRestored(Signature signature, Invalidation now) {
        return signature.wasInvalidatedBy(now.id())
                && signature.review().invalidated().filter(Invalidated::undone).isPresent();
    }

    private int changed(Invalidation now, Function<Optional<Signature>, Change<Boolean>> rule) {
        return (int) Parallel.map(now.progress().pending(), id -> signatures.change(id, rule)).stream()
                .filter(done -> done)
                .count();
    }

    private static Change<Boolean> becomes(
            Call call, Invalidation now, String action, Signature before, Signature after) {
        return Change.becomes(
                after,
                true,
                call.act()
                        .entry(
                                call.entries().incrementAndGet(),
                                action,
                                Optional.of(before.id().text()),
                                Optional.of(Term.of(now.reason())),
                                Optional.of(told(before, now)),
                                Optional.of(told(after, now))),
                Note.NONE);
    }

    private static Map<String, Object> told(Signature signature, Invalidation now) {
        return Map.of("status", Term.of(signature.status()), "version", signature.version(), "invalidation", now.id());
    }
}
