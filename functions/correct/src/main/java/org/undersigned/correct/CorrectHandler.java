package org.undersigned.correct;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.IfMatch;
import org.undersigned.admin.SignatureJson;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.PrimingItems;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;

/** {@code PATCH /admin/statements/{statement}/signatures/{id}}: corrects the details of a signature. */
public final class CorrectHandler extends AdminHandler {
    private static final int MAX_BYTES = 16 * 1024;
    private static final String PRIMING_BODY = "{\"name\": \"Zoë\", \"reason\": \"priming\"}";

    private final Statements statements;
    private final Correct correct;
    private final Clock clock;

    public CorrectHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(
                CorrectHandler::new,
                "PATCH",
                Map.of("id", PrimingItems.SIGNATURE.text()),
                "application/json",
                PRIMING_BODY);
    }

    private CorrectHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public CorrectHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        correct = new Correct(new Signatures(env, new Audit(env)), env.keyedHash(), env.random());
        clock = env.clock();
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Map<String, Object> json = Body.json(request, "A correction", MAX_BYTES);
        Statement statement = statement(request, statements);
        SignatureId id = SignatureId.read(request.path("id")).orElseThrow(CorrectHandler::unknown);
        var act = caller.act(clock.instant(), request.id());
        return switch (correct.correct(statement, id, json, IfMatch.of(request)::allows, act)) {
            case Correct.Result.Corrected(Signature signature) ->
                IfMatch.tagged(Response.json(200, SignatureJson.of(signature, List.of())), signature.version());
            case Correct.Result.Unknown() -> throw unknown();
            case Correct.Result.Stale(int version) ->
                throw Problem.Refusal.of(
                        412, "The signature has been changed since: its version is " + version + " now.");
            case Correct.Result.Withdrawn() -> throw Problem.Refusal.of(409, "The signature is withdrawn.");
            case Correct.Result.Edited() ->
                throw Problem.Refusal.of(
                        409, "Its signer has edited it: approve or reject that first, or correct it afterwards.");
            case Correct.Result.NeedsApproval() ->
                throw Problem.Refusal.of(
                        409,
                        "The new name is on the watch-list and needs two approvers: reinstate the signature to review"
                                + " first.");
            case Correct.Result.Invalid(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
        };
    }

    private static Problem.Refusal unknown() {
        return Problem.Refusal.of(404, "The statement has no such signature.");
    }
}
