package org.undersigned.decide;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.domain.Decision;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Term;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Audit;
import org.undersigned.tables.PrimingItems;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.WindowCounter;

/** {@code POST /admin/statements/{statement}/decisions}: approves, rejects or reinstates up to 500 signatures. */
public final class DecideHandler extends AdminHandler {
    private static final int MAX_BYTES = 128 * 1024;
    private static final String PRIMING_BODY = Json.text(Map.of(
            "decision", "reject", "signatures", List.of(PrimingItems.SIGNATURE.text()), "reason", "other: priming"));

    private final Statements statements;
    private final Decide decide;
    private final WindowCounter rejections;
    private final Clock clock;

    public DecideHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(DecideHandler::new, "POST", Map.of(), "application/json", PRIMING_BODY);
    }

    private DecideHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public DecideHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        decide = new Decide(new Signatures(env, new Audit(env)), env.random());
        rejections = new WindowCounter(env, "rejections", env.number("REJECTIONS_PER_MINUTE"), Duration.ofMinutes(1));
        clock = env.clock();
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Map<String, Object> json = Body.json(request, "A decision", MAX_BYTES);
        // Read afresh: a name must not be approved under a watch-list that has grown in the meantime.
        Statement statement = statement(request, statements);
        return switch (DecisionForm.read(json)) {
            case DecisionForm.Flawed(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
            case DecisionForm.Filled(Decide.Asked asked) -> {
                mayReject(asked, caller);
                yield Response.json(
                        200,
                        Map.of(
                                "results",
                                results(decide.decide(statement, asked, caller.act(clock.instant(), request.id())))));
            }
        };
    }

    /** Whoever has a moderator's token must not empty a list in a minute. */
    private void mayReject(Decide.Asked asked, Caller caller) {
        if (asked.decision() != Decision.REJECT) return;
        rejections.count(caller.actor(), asked.signatures().size()).ifPresent(excess -> {
            throw new Problem.Refusal(Problem.tooManyRequests(
                    excess.retryAfter(),
                    "One moderator may reject " + rejections.most()
                            + " signatures in a minute. Wait, or reject fewer at once; administrators can invalidate"
                            + " those of an attack together."));
        });
    }

    private static List<Map<String, Object>> results(List<Decide.Result> results) {
        return results.stream().map(DecideHandler::json).toList();
    }

    private static Map<String, Object> json(Decide.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", result.id());
        json.put("status", result.status().map(Term::of).orElse(null));
        json.put("outcome", Term.of(result.outcome()));
        return json;
    }
}
