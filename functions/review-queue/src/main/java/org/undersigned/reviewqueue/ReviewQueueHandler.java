package org.undersigned.reviewqueue;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
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
import org.undersigned.tables.Statements;

/** {@code GET …/queue}, {@code …/signatures?email=} and {@code …/signatures/{id}}: what moderators decide on. */
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
        super(identity);
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
        return request.route().endsWith("/queue") ? queue(request, statement, act) : lookUp(request, statement, act);
    }

    private Response queue(Request request, Statement statement, Act act) {
        String status = request.query("status").orElse(Term.of(Queue.IN_REVIEW));
        Queue queue = Term.read(Queue.values(), status)
                .orElseThrow(
                        () -> Query.refused("status", "unknown", "must be in-review, rejected or pending-problem"));
        int limit = Query.limit(request, DEFAULT_LIMIT, MAX_LIMIT);
        ReviewQueue.Page page = reviewQueue.page(statement, queue, after(request), limit, act);
        return page(
                page,
                page.next()
                        .map(moment ->
                                "queue?status=" + status + "&limit=" + limit + "&after=" + Query.encode(moment)));
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

    private static Optional<Instant> after(Request request) {
        try {
            return request.query("after").filter(text -> !text.isEmpty()).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Query.refused("after", "invalid", "must be taken from next of the page before");
        }
    }

    private static Problem.Refusal notFound(String detail) {
        return Problem.Refusal.of(404, detail);
    }
}
