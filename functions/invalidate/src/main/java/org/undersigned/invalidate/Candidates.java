package org.undersigned.invalidate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.undersigned.domain.Part;
import org.undersigned.domain.Place;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Portions;
import org.undersigned.tables.Signatures;

/** Reads signatures page by page: all that count or wait, or all that were rejected since some moment. */
final class Candidates {
    private static final Part REJECTED = new Part.Queued(Queue.REJECTED);

    /** The index orders moments by their letters, and leaves out fractions of a second that are zero. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Portions portions;
    private final Signatures signatures;

    Candidates(Env env, Signatures signatures) {
        portions = new Portions(env);
        this.signatures = signatures;
    }

    /** A published one whose edited words wait is in two parts, and is answered in one. */
    Page standing(Statement statement, String place, int limit) {
        Place from = Place.read(place, statement).orElse(Place.start(statement));
        Page page = page(statement, from, limit);
        Status status = from.part() instanceof Part.Queued ? Status.IN_REVIEW : Status.PUBLISHED;
        return new Page(
                page.signatures().stream()
                        .filter(signature -> signature.status() == status)
                        .toList(),
                page.next().filter(next -> !next.part().equals(REJECTED)));
    }

    Page rejectedSince(Statement statement, Instant moment, String place, int limit) {
        Place from = Place.read(place, statement)
                .orElse(new Place(REJECTED, Optional.of(moment.minus(SLACK).toString())));
        return page(statement, from, limit);
    }

    private Page page(Statement statement, Place from, int limit) {
        Portions.Portion portion = portions.from(statement, from, limit);
        return new Page(signatures.findAll(portion.ids()), portion.next());
    }

    /** {@code next} is where the following page begins, if there is one. */
    record Page(List<Signature> signatures, Optional<Place> next) {
        /** As {@link Progress} has it. */
        String place() {
            return next.map(Place::text).orElse(Progress.END);
        }
    }
}
