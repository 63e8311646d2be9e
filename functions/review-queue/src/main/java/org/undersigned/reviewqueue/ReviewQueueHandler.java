package org.undersigned.reviewqueue;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.IfMatch;
import org.undersigned.admin.SignatureJson;
import org.undersigned.domain.Address;
import org.undersigned.domain.Queue;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Term;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.reviewqueue.ReviewQueue.Flagged;
import org.undersigned.tables.ReviewIndex.Direction;
import org.undersigned.tables.Statements;

/** {@code GET …/queue}, {@code …/queue/count}, {@code …/signatures?email=} and {@code …/signatures/{id}}: what moderators decide on. */
public final class ReviewQueueHandler extends AdminHandler {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private final Statements statements;
    private final ReviewQueue reviewQueue;
    private final Clock clock;

    public ReviewQueueHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(ReviewQueueHandler::new, "GET", Map.of(), "application/json", "");
    }

    private ReviewQueueHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public ReviewQueueHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        reviewQueue = new ReviewQueue(env);
        clock = env.clock();
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Statement statement =
                statements.find(request.path("statement")).orElseThrow(() -> notFound("There is no such statement."));
        Act act = caller.act(clock.instant(), request.id());
        if (request.path().containsKey("id")) return one(request, statement, act);
        if (request.route().endsWith("/queue/count")) return count(statement);
        return request.route().endsWith("/queue") ? queue(request, statement, act) : lookUp(request, statement, act);
    }

    private Response queue(Request request, Statement statement, Act act) {
        QueueQuery query = query(request, statement);
        ReviewQueue.Page page = reviewQueue.page(statement, query, act);
        return page(page, page.next().map(Query::encode).map(query::next));
    }

    private static QueueQuery query(Request request, Statement statement) {
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
        int limit = Query.limit(request, DEFAULT_LIMIT, MAX_LIMIT);
        return new QueueQuery(queue, order, category, flag, after(request), limit);
    }

    private static Optional<String> after(Request request) {
        try {
            return given(request, "after").map(Instant::parse).map(Instant::toString);
        } catch (DateTimeParseException e) {
            throw Query.refused("after", "invalid", "must be taken from next of the page before");
        }
    }

    private static Optional<String> given(Request request, String name) {
        return request.query(name).filter(text -> !text.isEmpty());
    }

    private Response count(Statement statement) {
        List<Map<String, Object>> queues = new ArrayList<>();
        reviewQueue.counts(statement).forEach((queue, categories) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("status", Term.of(queue));
            json.put(
                    "total",
                    categories.values().stream().mapToLong(Long::longValue).sum());
            json.put("categories", categories);
            queues.add(json);
        });
        return Response.json(200, Map.of("queues", queues));
    }

    private Response lookUp(Request request, Statement statement, Act act) {
        String email = request.query("email").orElseThrow(() -> Query.refused("email", "required", "must be given"));
        Address address = switch (Address.read(email)) {
            case Address.Reading.Read(Address read) -> read;
            case Address.Reading.Refused(String message) -> throw Query.refused("email", "invalid", message);
        };
        return page(reviewQueue.ofAddress(statement, address, act), Optional.empty());
    }

    private Response one(Request request, Statement statement, Act act) {
        Flagged found = SignatureId.read(request.path("id"))
                .flatMap(id -> reviewQueue.one(statement, id, act))
                .orElseThrow(() -> notFound("The statement has no such signature."));
        return IfMatch.tagged(Response.json(200, json(found)), found.signature().version());
    }

    private static Response page(ReviewQueue.Page page, Optional<String> next) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "signatures",
                page.signatures().stream().map(ReviewQueueHandler::json).toList());
        json.put("requests", page.requests().stream().map(SignatureJson::of).toList());
        json.put("next", next.orElse(null));
        return Response.json(200, json);
    }

    private static Map<String, Object> json(Flagged flagged) {
        return SignatureJson.of(flagged.signature(), flagged.flags());
    }

    private static Problem.Refusal notFound(String detail) {
        return Problem.Refusal.of(404, detail);
    }
}
