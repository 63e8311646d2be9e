package org.undersigned.managestatement;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.undersigned.admin.Act;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.Role;
import org.undersigned.domain.Statement;
import org.undersigned.http.Problem;
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
    private static final String VERSION = "version";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Statements statements;
    private final StatementTexts texts;
    private final PutRequest putRequest;
    private final DeleteRequest deleteRequest;
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
        putRequest = new PutRequest(new PutStatement(statements, tallies, audit));
        deleteRequest = new DeleteRequest(new DeleteStatement(statements, tallies, audit));
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
    protected String[] parameters(Request request) {
        return request.method().equals("PUT") ? new String[] {"dryRun"} : super.parameters(request);
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        String id = request.path("statement");
        Optional<Statement> seen = statements.read(id);
        Act act = caller.act(clock.instant(), request.id());
        if (request.method().equals("PUT")) return putRequest.answer(id, request, seen, act);
        Statement statement = seen.orElseThrow(Problem.Refusal::noStatement);
        if (request.method().equals("DELETE")) return deleteRequest.answer(request, statement, act);
        return request.path().containsKey(VERSION)
                ? text(statement, request.path(VERSION))
                : DefinitionJson.of(200, statement);
    }

    private Response text(Statement statement, String version) {
        return Optional.of(version)
                .filter(NUMBER.asMatchPredicate())
                .flatMap(number -> texts.find(statement.id(), Integer.parseInt(number)))
                .map(DefinitionJson::of)
                .orElseThrow(() -> Problem.Refusal.of(
                        404, "There is no such version of the text: the newest is " + statement.textVersion() + "."));
    }
}
