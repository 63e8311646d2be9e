package org.undersigned.managestatement;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.IfMatch;
import org.undersigned.admin.Role;
import org.undersigned.domain.Definition;
import org.undersigned.domain.Statement;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/** {@code /admin/statements/{statement}}: GET answers the definition, PUT creates or changes it. */
public final class ManageStatementHandler extends AdminHandler {
    /** An item of DynamoDB has at most 400 KB. */
    private static final int MAX_BYTES = 350 * 1024;

    private final Statements statements;
    private final PutStatement putStatement;
    private final Clock clock;

    public ManageStatementHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(ManageStatementHandler::new, "GET", Map.of(), "application/json", "");
    }

    private ManageStatementHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public ManageStatementHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        putStatement = new PutStatement(statements, new Tallies(env), new Audit(env));
        clock = env.clock();
    }

    @Override
    protected Role least(Request request) {
        return request.method().equals("PUT") ? Role.ADMINISTRATOR : Role.MODERATOR;
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        String id = request.path("statement");
        return request.method().equals("PUT") ? put(id, request, caller) : get(id);
    }

    private Response get(String id) {
        return statements
                .read(id)
                .map(statement -> definition(200, statement))
                .orElseThrow(() -> Problem.Refusal.of(404, "There is no such statement."));
    }

    private Response put(String id, Request request, Caller caller) {
        Map<String, Object> json = Body.json(request, "A definition", MAX_BYTES);
        Optional<Statement> before = statements.read(id);
        IfMatch ifMatch = IfMatch.of(request);
        boolean meant = before.map(statement -> ifMatch.isGiven() && ifMatch.allows(statement.revision()))
                .orElse(!ifMatch.isGiven());
        if (!meant) throw stale();
        return switch (putStatement.put(id, json, before, caller.act(clock.instant(), request.id()))) {
            case PutStatement.Result.Stored(Statement statement) ->
                definition(before.isPresent() ? 200 : 201, statement);
            case PutStatement.Result.Invalid(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
            case PutStatement.Result.Stale() -> throw stale();
            case PutStatement.Result.InUse(var errors) ->
                throw new Problem.Refusal(
                        Problem.conflict("A category that has been signed would vanish or change its kind.", errors));
        };
    }

    private static Response definition(int status, Statement statement) {
        return IfMatch.tagged(Response.json(status, Definition.write(statement)), statement.revision());
    }

    private static Problem.Refusal stale() {
        return Problem.Refusal.of(
                412,
                "The statement is not as you saw it: get it, change that, and put it with its ETag as If-Match; without"
                        + " If-Match one is created.");
    }
}
