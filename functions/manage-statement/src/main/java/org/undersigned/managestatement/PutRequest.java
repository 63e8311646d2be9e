package org.undersigned.managestatement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.admin.IfMatch;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Statement;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;

/** A PUT of a definition: creates or changes the statement, or with {@code dryRun=true} says what that would do. */
final class PutRequest {
    /** An item of DynamoDB has at most 400 KB. */
    private static final int MAX_BYTES = 350 * 1024;

    private final PutStatement putStatement;

    PutRequest(PutStatement putStatement) {
        this.putStatement = putStatement;
    }

    Response answer(String id, Request request, Optional<Statement> before, Act act) {
        boolean dryRun = Query.truth(request, "dryRun");
        Map<String, Object> json = Body.json(request, "A definition", MAX_BYTES);
        if (!isMeant(request, before)) throw stale();
        return switch (dryRun ? putStatement.preview(id, json, before, act) : putStatement.put(id, json, before, act)) {
            case PutStatement.Result.Stored(Statement statement) ->
                DefinitionJson.of(before.isPresent() ? 200 : 201, statement);
            case PutStatement.Result.Previewed preview -> DefinitionJson.of(preview);
            case PutStatement.Result.Invalid(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
            case PutStatement.Result.Stale() -> throw stale();
            case PutStatement.Result.Public() ->
                throw conflict(
                        "A statement that was public cannot become a draft again.",
                        List.of(new FieldError(
                                "state", "public", "must be paused or closed to take no more signatures")));
            case PutStatement.Result.InUse(var errors) ->
                throw conflict("A category that has been signed would vanish or change its kind.", errors);
        };
    }

    /** What is there is changed by its ETag alone, and what is not there is created without one. */
    private static boolean isMeant(Request request, Optional<Statement> before) {
        IfMatch ifMatch = IfMatch.of(request);
        return before.map(statement -> ifMatch.isGiven() && ifMatch.allows(statement.revision()))
                .orElse(!ifMatch.isGiven());
    }

    /** The answer to whoever has not seen the statement as it is. */
    static Problem.Refusal stale() {
        return Problem.Refusal.of(
                412,
                "The statement is not as you saw it: get it, change that, and put it with its ETag as If-Match; without"
                        + " If-Match one is created.");
    }

    private static Problem.Refusal conflict(String detail, List<FieldError> errors) {
        return new Problem.Refusal(Problem.conflict(detail, errors));
    }
}
