package org.undersigned.reviewqueue;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.undersigned.domain.Address;
import org.undersigned.domain.Place;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Term;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.tables.ReviewIndex.Direction;

/** What a moderator's URL asks for; what is wrong with it is refused by name. */
final class Parameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private Parameters() {}

    static QueueQuery queue(Request request, Statement statement) {
        Queue queue = Term.read(Queue.values(), request.query("status").orElse(Term.of(Queue.IN_REVIEW)))
                .orElseThrow(
                        () -> Query.refused("status", "unknown", "must be in-review, rejected or pending-problem"));
        Direction order = Term.read(Direction.values(), request.query("order").orElse(Term.of(Direction.OLDEST)))
                .orElseThrow(() -> Query.refused("order", "unknown", "must be oldest or newest"));
        Optional<String> category = given(request, "category");
        if (category.filter(id -> statement.category(id).isEmpty()).isPresent())
            throw Query.refused("category", "unknown", "must be a category of the statement");
        Optional<String> flag = given(request, "flag");
        if (flag.filter(code -> !QueueQuery.FLAGS.contains(code)).isPresent())
            throw Query.refused("flag", "unknown", "must be one of " + String.join(", ", QueueQuery.FLAGS));
        int limit = limit(request);
        return new QueueQuery(queue, order, category, flag, after(request), limit);
    }

    static Address address(Request request) {
        String email = request.query("email")
                .orElseThrow(() -> Query.refused("email", "required", "must be given, or name in its place"));
        return switch (Address.read(email)) {
            case Address.Reading.Read(Address read) -> read;
            case Address.Reading.Refused(String message) -> throw Query.refused("email", "invalid", message);
        };
    }

    static Named name(Request request, Statement statement) {
        String name = Query.typed(request, "name")
                .orElseThrow(() -> Query.refused("name", "required", "must be the beginning of a name"));
        int limit = limit(request);
        Place from = Query.text(request, "after")
                .map(text -> Place.read(text, statement).orElseThrow(Parameters::invalidAfter))
                .orElseGet(() -> Place.start(statement));
        return new Named(name, from, limit);
    }

    private static Optional<String> after(Request request) {
        try {
            return given(request, "after").map(Instant::parse).map(Instant::toString);
        } catch (DateTimeParseException e) {
            throw invalidAfter();
        }
    }

    private static int limit(Request request) {
        return Query.limit(request, DEFAULT_LIMIT, MAX_LIMIT);
    }

    private static Optional<String> given(Request request, String name) {
        return request.query(name).filter(text -> !text.isEmpty());
    }

    private static Problem.Refusal invalidAfter() {
        return Query.refused("after", "invalid", "must be taken from next of the page before");
    }

    /** {@code limit} of those whose name begins so, from a place on. */
    record Named(String name, Place from, int limit) {
        /** The relative URL of the page that begins at that place. */
        String next(String place) {
            return "signatures?name=" + Query.encode(name) + "&limit=" + limit + "&after=" + Query.encode(place);
        }
    }
}
