package org.undersigned.listsignatories;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Category;
import org.undersigned.domain.NameQuery;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signatory;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Totals;
import org.undersigned.http.HttpHandler;
import org.undersigned.http.Origins;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.RecentAnswers;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.priming.Priming;
import org.undersigned.priming.PrimingEvent;
import org.undersigned.tables.NameSearch;
import org.undersigned.tables.Published;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/** {@code GET /statements/{statement}/categories/{category}/signatories}: one page of a category's public list. */
public final class ListSignatoriesHandler extends HttpHandler {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_RECENT = 10;
    private static final int MAX_RECENT = 20;

    private static final String PRIMING_EVENT =
            PrimingEvent.of("GET", Map.of("statement", "priming", "category", "all"), "");

    private final Statements statements;
    private final Signatories signatories;
    private final NameSearch search;
    private final Tallies tallies;
    private final RecentAnswers answers;

    public ListSignatoriesHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(new ListSignatoriesHandler(env), PRIMING_EVENT));
    }

    public ListSignatoriesHandler(Env env) {
        super(env, Origins.of(env));
        statements = new Statements(env);
        signatories = new Signatories(env);
        search = new NameSearch(env);
        tallies = new Tallies(env);
        answers = new RecentAnswers(env);
    }

    @Override
    protected Response answer(Request request) {
        Query.allowOnly(request, "limit", "after", "startsWith", "recent", RecentAnswers.FRESH);
        Statement statement =
                statements.findPublic(request.path("statement")).orElseThrow(Problem.Refusal::noStatement);
        Category category = statement
                .category(request.path("category"))
                .orElseThrow(() -> notFound("The statement has no such category."));
        if (isRecent(request, category))
            return recent(request, statement, category, Query.limit(request, DEFAULT_RECENT, MAX_RECENT));
        int limit = Query.limit(request, DEFAULT_LIMIT, MAX_LIMIT);
        Optional<String> after = Query.text(request, "after");
        Optional<String> startsWith = Query.typed(request, "startsWith");
        if (startsWith.isPresent() && category.order() != Order.NAME)
            throw Query.refused("startsWith", "not-by-name", "must be left out: this category is listed by arrival");
        return answers.answer(
                request,
                List.of("page", statement.id(), statement.revision(), category.id(), startsWith, after, limit),
                () -> body(
                        statement, category, page(statement, category, startsWith, after, limit), limit, startsWith));
    }

    private static boolean isRecent(Request request, Category category) {
        if (!Query.truth(request, "recent")) return false;
        if (category.order() != Order.ARRIVAL)
            throw Query.refused("recent", "not-by-arrival", "must be left out: this category is listed by name");
        for (String other : List.of("after", "startsWith"))
            if (Query.text(request, other).isPresent())
                throw Query.refused(other, "invalid", "must be left out where recent is true");
        return true;
    }

    private Response recent(Request request, Statement statement, Category category, int limit) {
        return answers.answer(
                request, List.of("recent", statement.id(), statement.revision(), category.id(), limit), () -> {
                    Page newest = new Page(signatories.newest(statement.id(), category.id(), limit), Optional.empty());
                    return body(statement, category, newest, limit, Optional.empty());
                });
    }

    private Page page(
            Statement statement, Category category, Optional<String> startsWith, Optional<String> after, int limit) {
        if (startsWith.isEmpty()) {
            var page = signatories.page(statement.id(), category.id(), "", after, limit);
            return new Page(page.signatories(), page.next());
        }
        var page = search.byName(statement.id(), category.id(), NameQuery.of(startsWith.get()), after, limit);
        return new Page(page.entries().stream().map(Published.Entry::signatory).toList(), page.next());
    }

    private Map<String, Object> body(
            Statement statement, Category category, Page page, int limit, Optional<String> startsWith) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("statement", statement.id());
        json.put("category", category.id());
        Totals totals = tallies.published(statement.id());
        json.put("total", totals.published(category.id()));
        json.put("unlisted", totals.unlisted(category.id()));
        json.put(
                "signatories",
                page.signatories().stream().map(ListSignatoriesHandler::body).toList());
        json.put(
                "next", page.next().map(after -> next(limit, after, startsWith)).orElse(null));
        return json;
    }

    private static Map<String, Object> body(Signatory signatory) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", signatory.name());
        json.put("honorific", signatory.honorific().orElse(null));
        json.put("affiliation", signatory.affiliation().orElse(null));
        json.put("signedOn", signatory.signedOn());
        return json;
    }

    private static String next(int limit, String after, Optional<String> startsWith) {
        return "signatories?limit=" + limit
                + startsWith.map(text -> "&startsWith=" + Query.encode(text)).orElse("") + "&after="
                + Query.encode(after);
    }

    private static Problem.Refusal notFound(String detail) {
        return Problem.Refusal.of(404, detail);
    }

    private record Page(List<Signatory> signatories, Optional<String> next) {}
}
