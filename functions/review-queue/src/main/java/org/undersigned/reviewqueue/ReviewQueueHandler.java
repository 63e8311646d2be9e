package org.undersigned.reviewqueue;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.Role;
import org.undersigned.domain.NameQuery;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.EmailCounts;
import org.undersigned.tables.Statements;

/**
 * {@code GET …/queue}, {@code …/queue/count}, {@code …/emails}, {@code …/signatures?email=} or {@code ?name=} and {@code
 * …/signatures/{id}}.
 */
public final class ReviewQueueHandler extends AdminHandler {
    private final Statements statements;
    private final ReviewQueue reviewQueue;
    private final LookUp lookUp;
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
        lookUp = new LookUp(env);
        emails = new EmailCounts(env);
        clock = env.clock();
    }

    @Override
    protected String[] parameters(Request request) {
        if (request.route().endsWith("/queue"))
            return new String[] {"status", "category", "flag", "order", "limit", "after"};
        if (!request.route().endsWith("/signatures")) return super.parameters(request);
        return request.query("name").isPresent() ? new String[] {"name", "limit", "after"} : new String[] {"email"};
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Statement statement = statements.find(request.path("statement")).orElseThrow(Problem.Refusal::noStatement);
        Act act = caller.act(clock.instant(), request.id());
        if (request.path().containsKey("id")) return one(request, statement, act);
        if (request.route().endsWith("/queue/count")) return PageJson.of(reviewQueue.counts(statement));
        if (request.route().endsWith("/emails")) return EmailsJson.of(emails.days(statement.id()));
        if (request.route().endsWith("/queue")) return queue(request, statement, act);
        return request.query("name").isPresent()
                ? byName(request, statement, caller, act)
                : PageJson.of(lookUp.ofAddress(statement, Parameters.address(request), act), Optional.empty());
    }

    private Response queue(Request request, Statement statement, Act act) {
        QueueQuery query = Parameters.queue(request, statement);
        Page page = reviewQueue.page(statement, query, act);
        return PageJson.of(page, page.next().map(Query::encode).map(query::next));
    }

    private Response byName(Request request, Statement statement, Caller caller, Act act) {
        Parameters.Named asked = Parameters.name(request, statement);
        Page page = lookUp.ofName(statement, NameQuery.of(asked.name()), asked.from(), asked.limit(), act);
        return PageJson.of(page, page.next().map(asked::next), caller.may(Role.ADMINISTRATOR));
    }

    private Response one(Request request, Statement statement, Act act) {
        return SignatureId.read(request.path("id"))
                .flatMap(id -> lookUp.one(statement, id, act))
                .map(PageJson::of)
                .orElseThrow(() -> Problem.Refusal.of(404, "The statement has no such signature."));
    }
}
