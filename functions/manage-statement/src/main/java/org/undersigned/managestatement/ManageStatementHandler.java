package org.undersigned.managestatement;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.undersigned.admin.Act;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.IfMatch;
import org.undersigned.admin.Role;
import org.undersigned.domain.Definition;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Statement;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.StatementTexts;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/**
 * {@code /admin/statements/{statement}}: GET answers the definition, PUT creates or changes it, DELETE ends a draft;
 * {@code …/texts/{version}}: GET answers a version of the text.
 */
public final class ManageStatementHandler extends AdminHandler {
    /** An item of DynamoDB has at most 400 KB. */
    private static final int MAX_BYTES = 350 * 1024;

    private static final String VERSION = "version";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Statements statements;
    private final StatementTexts texts;
    private final PutStatement putStatement;
    private final DeleteStatement deleteStatement;
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
        texts = new StatementTexts(env);
        var tallies = new Tallies(env);
        var audit = new Audit(env);
        putStatement = new PutStatement(statements, tallies, audit);
        deleteStatement = new DeleteStatement(statements, tallies, audit);
        clock = env.clock();
    }

    @Override
    protected Role least(Request request) {
        return switch (request.method()) {
            case "PUT", "DELETE" -> Role.ADMINISTRATOR;
            default -> Role.MODERATOR;
        };
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        String id = request.path("statement");
        Act act = caller.act(clock.instant(), request.id());
        return switch (request.method()) {
            case "PUT" -> put(id, request, act);
            case "DELETE" -> delete(id, request, act);
            default -> get(id, request);
        };
    }

    private Response get(String id, Request request) {
        if (request.path().containsKey(VERSION)) return text(id, request.path(VERSION));
        return definition(200, find(id));
    }

    private Statement find(String id) {
        return statements.read(id).orElseThrow(Problem.Refusal::noStatement);
    }

    private Response text(String id, String version) {
        Statement statement = find(id);
        return Optional.of(version)
                .filter(NUMBER.asMatchPredicate())
                .flatMap(number -> texts.find(statement.id(), Integer.parseInt(number)))
                .map(ManageStatementHandler::text)
                .orElseThrow(() -> Problem.Refusal.of(
                        404, "There is no such version of the text: the newest is " + statement.textVersion() + "."));
    }

    private static Response text(StatementTexts.Version version) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(VERSION, version.version());
        json.put("changedAt", version.changedAt().map(Instant::toString).orElse(null));
        json.put("text", version.text());
        json.put("textHtml", version.html());
        return Response.json(200, json);
    }

    private Response put(String id, Request request, Act act) {
        boolean dryRun = isDryRun(request);
        Map<String, Object> json = Body.json(request, "A definition", MAX_BYTES);
        Optional<Statement> before = statements.read(id);
        IfMatch ifMatch = IfMatch.of(request);
        boolean meant = before.map(statement -> ifMatch.isGiven() && ifMatch.allows(statement.revision()))
                .orElse(!ifMatch.isGiven());
        if (!meant) throw stale();
        return switch (dryRun ? putStatement.preview(id, json, before, act) : putStatement.put(id, json, before, act)) {
            case PutStatement.Result.Stored(Statement statement) ->
                definition(before.isPresent() ? 200 : 201, statement);
            case PutStatement.Result.Previewed preview -> Response.json(200, json(preview));
            case PutStatement.Result.Invalid(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
            case PutStatement.Result.Stale() -> throw stale();
            case PutStatement.Result.Public() -> throw isPublic();
            case PutStatement.Result.InUse(var errors) ->
                throw new Problem.Refusal(
                        Problem.conflict("A category that has been signed would vanish or change its kind.", errors));
        };
    }

    private static boolean isDryRun(Request request) {
        return switch (request.query("dryRun").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Query.refused("dryRun", "invalid", "must be true or false");
        };
    }

    private static Map<String, Object> json(PutStatement.Result.Previewed preview) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "changes",
                preview.changes().stream().map(ManageStatementHandler::json).toList());
        json.put("textVersion", preview.textVersion());
        json.put("textHtml", preview.html());
        json.put("signed", preview.signed());
        return json;
    }

    private static Map<String, Object> json(FieldChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", change.field());
        json.put("before", change.before().orElse(null));
        json.put("after", change.after().orElse(null));
        return json;
    }

    private Response delete(String id, Request request, Act act) {
        Statement seen = find(id);
        IfMatch ifMatch = IfMatch.of(request);
        if (!ifMatch.isGiven() || !ifMatch.allows(seen.revision())) throw stale();
        return switch (deleteStatement.delete(seen, act)) {
            case DELETED -> new Response(204, Map.of(), "");
            case STALE -> throw stale();
            case PUBLIC -> throw Problem.Refusal.of(409, "Only a draft can be deleted: close this statement instead.");
            case IN_USE -> throw Problem.Refusal.of(409, "It has signatories: a draft is deleted before its first.");
        };
    }

    private static Problem.Refusal isPublic() {
        return new Problem.Refusal(Problem.conflict(
                "A statement that was public cannot become a draft again.",
                List.of(new FieldError("state", "public", "must be paused or closed to take no more signatures"))));
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
