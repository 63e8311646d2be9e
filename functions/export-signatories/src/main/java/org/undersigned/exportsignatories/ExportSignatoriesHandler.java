package org.undersigned.exportsignatories;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.Role;
import org.undersigned.domain.Statement;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Published;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;

/** {@code GET /admin/statements/{statement}/export}: a page of what is published, as CSV or JSON; all of it for administrators. */
public final class ExportSignatoriesHandler extends AdminHandler {
    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1000;

    private final Statements statements;
    private final ExportSignatories exportSignatories;
    private final Clock clock;

    public ExportSignatoriesHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(ExportSignatoriesHandler::new, "GET", Map.of(), "text/csv", "");
    }

    private ExportSignatoriesHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public ExportSignatoriesHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        exportSignatories = new ExportSignatories(new Published(env), new Signatures(env), new Audit(env));
        clock = env.clock();
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected String[] parameters(Request request) {
        return new String[] {"category", "limit", "after"};
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        int limit = Query.limit(request, DEFAULT_LIMIT, MAX_LIMIT);
        Statement statement = statement(request, statements);
        Optional<String> category = category(request, statement);
        boolean json = request.wantsJson();
        var asked = new ExportSignatories.Asked(category, after(request), limit, json ? "json" : "csv");
        boolean all = caller.may(Role.ADMINISTRATOR);
        var page = (all
                        ? exportSignatories.all(statement, asked, caller.act(clock.instant(), request.id()))
                        : exportSignatories.listed(statement, asked))
                .orElseThrow(ExportSignatoriesHandler::noPlace);
        Optional<String> next = page.next().map(place -> next(category, limit, place));
        return json
                ? json(page.rows(), next)
                : csv(all ? Row.ALL : Row.PUBLIC, page.rows(), next, fileName(statement, category));
    }

    private static Optional<String> category(Request request, Statement statement) {
        Optional<String> category = request.query("category").filter(id -> !id.isEmpty());
        if (category.isPresent() && category.flatMap(statement::category).isEmpty())
            throw Query.refused("category", "unknown", "must be a category of the statement");
        return category;
    }

    private static Optional<Place> after(Request request) {
        Optional<String> after = request.query("after").filter(text -> !text.isEmpty());
        return after.map(text -> Place.read(text).orElseThrow(ExportSignatoriesHandler::noPlace));
    }

    private static Problem.Refusal noPlace() {
        return Query.refused("after", "invalid", "must be taken from the link to the next page, as must category");
    }

    private static String next(Optional<String> category, int limit, Place after) {
        return "export?" + category.map(id -> "category=" + id + "&").orElse("") + "limit=" + limit + "&after="
                + after.text();
    }

    private static String fileName(Statement statement, Optional<String> category) {
        return statement.id() + category.map(id -> "-" + id).orElse("") + ".csv";
    }

    private static Response csv(List<String> columns, List<Row> rows, Optional<String> next, String fileName) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/csv; charset=utf-8; header=present");
        headers.put("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        next.ifPresent(url -> headers.put("Link", "<" + url + ">; rel=\"next\""));
        return new Response(200, headers, Csv.of(columns, rows));
    }

    private static Response json(List<Row> rows, Optional<String> next) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("signatories", rows.stream().map(Row::json).toList());
        json.put("next", next.orElse(null));
        return Response.json(200, json);
    }
}
