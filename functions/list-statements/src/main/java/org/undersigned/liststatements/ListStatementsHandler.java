package org.undersigned.liststatements;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.Parallel;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Term;
import org.undersigned.domain.Totals;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/** {@code GET /admin/statements}: those that the token is for, with how many signed and how many wait. */
public final class ListStatementsHandler extends AdminHandler {
    private final Statements statements;
    private final Tallies tallies;

    public ListStatementsHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(ListStatementsHandler::new, "GET", Map.of(), "application/json", "");
    }

    private ListStatementsHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public ListStatementsHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        tallies = new Tallies(env);
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        List<Statement> seen =
                of(caller).sorted(Comparator.comparing(Statement::id)).toList();
        return Response.json(200, Map.of("statements", Parallel.map(seen, this::json)));
    }

    /** Only a token for all of them has the whole table read. */
    private Stream<Statement> of(Caller caller) {
        return caller.statements().isEmpty()
                ? statements.all()
                : caller.statements().get().stream().map(statements::find).flatMap(Optional::stream);
    }

    private Map<String, Object> json(Statement statement) {
        Totals totals = tallies.all(statement.id());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", statement.id());
        json.put("title", statement.title());
        json.put("state", Term.of(statement.state()));
        json.put("total", totals.published());
        json.put("waiting", sum(totals, Queue.IN_REVIEW));
        json.put("rejected", sum(totals, Queue.REJECTED));
        return json;
    }

    private static long sum(Totals totals, Queue queue) {
        return totals.in(queue).values().stream().mapToLong(Long::longValue).sum();
    }
}
