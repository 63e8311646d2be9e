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
import org.undersigned.admin.Role;
import org.undersigned.admin.SignatureJson;
import org.undersigned.domain.Address;
import org.undersigned.domain.NameQuery;
import org.undersigned.domain.Place;
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
import org.undersigned.tables.EmailCounts;
import org.undersigned.tables.ReviewIndex.Direction;
import org.undersigned.tables.Statements;
import org.undersigned.text.Text;

/**
 * {@code GET …/queue}, {@code …/queue/count}, {@code …/emails}, {@code …/signatures?email=} or {@code ?name=} and {@code
 * …/signatures/{id}}.
 */
public final class ReviewQueueHandler extends AdminHandler {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    private final Statements statements;
    private final ReviewQueue reviewQueue;
    private final EmailCounts emails;
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
        emails = new EmailCounts(env);
        clock = env.clock();
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Statement statement = statements.find(request.path("statement")).orElseThrow(Problem.Refusal::noStatement);
        Act act = caller.act(clock.instant(), request.id());
        if (request.path().containsKey("id")) return one(request, statement, act);
        if (request.route().endsWith("/queue/count")) return count(statement);
        if (request.route().endsWith("/emails")) return EmailsJson.of(emails.days(statement.id()));
        return request.route().endsWith("/queue")
                ? queue(request, statement, act)
                : lookUp(request, statement, caller, act);
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
            throw invalidAfter();
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

    private Response lookUp(Request request, Statement statement, Caller caller, Act act) {
        if (request.query("name").isPresent()) return lookUpName(request, statement, caller, act);
        Query.allowOnly(request, "email");
        String email = request.query("email")
                .orElseThrow(() -> Query.refused("email", "required", "must be given, or name in its place"));
        Address address = switch (Address.read(email)) {
            case Address.Reading.Read(Address read) -> read;
            case Address.Reading.Refused(String message) -> throw Query.refused("email", "invalid", message);
        };
        return page(reviewQueue.ofAddress(statement, address, act), Optional.empty());
    }

    private Response lookUpName(Request request, Statement statement, Caller caller, Act act) {
        Query.allowOnly(request, "name", "limit", "after");
        String name = Query.text(request, "name")
                .map(Text::clean)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Query.refused("name", "required", "must be the beginning of a name"));
        int limit = Query.limit(request, DEFAULT_LIMIT, MAX_LIMIT);
        Place from = Query.text(request, "after")
                .map(text -> Place.read(text, statement).orElseThrow(ReviewQueueHandler::invalidAfter))
                .orElseGet(() -> Place.start(statement));
        ReviewQueue.Page page = reviewQueue.ofName(statement, NameQuery.of(name), from, limit, act);
        Optional<String> next = page.next()
                .map(place ->
                        "signatures?name=" + Query.encode(name) + "&limit=" + limit + "&after=" + Query.encode(place));
        return page(page, next, caller.may(Role.ADMINISTRATOR));
    }

    private Response one(Request request, Statement statement, Act act) {
        Flagged found = SignatureId.read(request.path("id"))
                .flatMap(id -> reviewQueue.one(statement, id, act))
                .orElseThrow(() -> notFound("The statement has no such signature."));
        return IfMatch.tagged(Response.json(200, json(found)), found.signature().version());
    }

    private static Response page(ReviewQueue.Page page, Optional<String> next) {
        return page(page, next, true);
    }

    /** Many addresses at once are for administrators; moderators see each one's domain. */
    private static Response page(ReviewQueue.Page page, Optional<String> next, boolean addresses) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Map<String, Object>> signatures =
                page.signatures().stream().map(ReviewQueueHandler::json).toList();
        if (!addresses) signatures.forEach(signature -> signature.put("email", null));
        json.put("signatures", signatures);
        json.put("requests", page.requests().stream().map(SignatureJson::of).toList());
        json.put("next", next.orElse(null));
        return Response.json(200, json);
    }

    private static Map<String, Object> json(Flagged flagged) {
        return SignatureJson.of(flagged.signature(), flagged.flags());
    }

    private static Problem.Refusal invalidAfter() {
        return Query.refused("after", "invalid", "must be taken from next of the page before");
    }

    private static Problem.Refusal notFound(String detail) {
        return Problem.Refusal.of(404, detail);
    }
}
