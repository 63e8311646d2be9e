package org.undersigned.correct;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.IfMatch;
import org.undersigned.admin.SignatureJson;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.SnapStart;
import org.undersigned.tables.Decisions;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code PATCH /admin/statements/{statement}/signatures/{id}}: corrects the words of a signature. */
public final class CorrectHandler extends AdminHandler {
    private static final int MAX_BYTES = 16 * 1024;

    private final Statements statements;
    private final Correct correct;
    private final Clock clock;

    public CorrectHandler() {
        this(Aws.dynamoDb(), Identity.fromEnv());
        SnapStart.rehearse(Rehearsal::run);
    }

    CorrectHandler(DynamoDbClient client, Identity identity) {
        this(
                Statements.fromEnv(client),
                new Correct(Signatures.fromEnv(client), Decisions.fromEnv(client), new SecureRandom()),
                identity,
                Clock.systemUTC());
    }

    public CorrectHandler(Statements statements, Correct correct, Identity identity, Clock clock) {
        super(identity);
        this.statements = statements;
        this.correct = correct;
        this.clock = clock;
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Map<String, Object> json = Body.json(request, "A correction", MAX_BYTES);
        Statement statement = statements
                .read(request.path("statement"))
                .orElseThrow(() -> Problem.Refusal.of(404, "There is no such statement."));
        SignatureId id = SignatureId.read(request.path("id")).orElseThrow(CorrectHandler::unknown);
        var act = caller.act(clock.instant(), request.id());
        return switch (correct.correct(statement, id, json, IfMatch.of(request)::allows, act)) {
            case Correct.Result.Corrected(Signature signature) ->
                IfMatch.tagged(Response.json(200, SignatureJson.of(signature, List.of())), signature.revision());
            case Correct.Result.Unknown() -> throw unknown();
            case Correct.Result.Stale(int revision) ->
                throw Problem.Refusal.of(
                        412, "The signature has been changed since: its revision is " + revision + " now.");
            case Correct.Result.NotCorrectable(Status status) ->
                throw Problem.Refusal.of(
                        409,
                        status == Status.PENDING
                                ? "The signature is not confirmed yet: its signer can still sign with other words."
                                : "The signature is withdrawn.");
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
