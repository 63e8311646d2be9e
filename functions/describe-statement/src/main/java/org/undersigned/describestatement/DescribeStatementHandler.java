package org.undersigned.describestatement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.undersigned.domain.Campaign;
import org.undersigned.domain.Category;
import org.undersigned.domain.Organiser;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Statement.Opening;
import org.undersigned.domain.Term;
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
import org.undersigned.tables.StatementTexts;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import org.undersigned.text.LanguageTag;

/**
 * {@code GET /statements/{statement}}: the statement in one language, its categories and how many signed; and
 * {@code …/timeline}: how many on each day.
 */
public final class DescribeStatementHandler extends HttpHandler {
    private static final String PRIMING_EVENT = PrimingEvent.of("GET", Map.of("statement", "priming"), "");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int DEFAULT_DAYS = 366;
    private static final int MAX_DAYS = 1_000;

    private final Statements statements;
    private final StatementTexts texts;
    private final Tallies tallies;
    private final RecentAnswers answers;
    private final Clock clock;

    public DescribeStatementHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(new DescribeStatementHandler(env), PRIMING_EVENT));
    }

    public DescribeStatementHandler(Env env) {
        super(env, Origins.of(env));
        statements = new Statements(env);
        texts = new StatementTexts(env);
        tallies = new Tallies(env);
        answers = new RecentAnswers(env);
        clock = env.clock();
    }

    @Override
    protected Response answer(Request request) {
        Statement statement =
                statements.findPublic(request.path("statement")).orElseThrow(Problem.Refusal::noStatement);
        return request.route().endsWith("/timeline") ? timeline(request, statement) : description(request, statement);
    }

    private Response timeline(Request request, Statement statement) {
        Query.allowOnly(request, "limit", "after", RecentAnswers.FRESH);
        int limit = Query.limit(request, DEFAULT_DAYS, MAX_DAYS);
        Optional<LocalDate> after = day(request);
        return answers.answer(
                request,
                List.of("timeline", statement.id(), limit, after),
                () -> Timeline.page(statement.id(), tallies.published(statement.id()), after, limit));
    }

    private static Optional<LocalDate> day(Request request) {
        Optional<String> after = request.query("after").filter(text -> !text.isEmpty());
        try {
            // Of the years that have four digits: what follows one can still be reckoned.
            if (after.filter(text -> !DAY.matcher(text).matches()).isEmpty()) return after.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            // Said below, as for another text.
        }
        throw Query.refused("after", "invalid", "must be a day such as 2026-11-23");
    }

    private Response description(Request request, Statement statement) {
        Query.allowOnly(request, "language", RecentAnswers.FRESH);
        String language = statement.languageOr(request.query("language"));
        String state = state(statement.openingAt(clock.instant()));
        return answers.answer(
                        request,
                        List.of("statement", statement.id(), statement.revision(), language, state),
                        () -> description(statement, language, state, tallies.published(statement.id())))
                .with("Content-Language", language);
    }

    private Map<String, Object> description(Statement statement, String language, String state, Totals totals) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", statement.id());
        json.put("title", statement.title().get(language));
        json.put("shortTitle", statement.campaign().shortTitle(language).orElse(null));
        json.put("text", statement.text().get(language));
        json.put("textHtml", texts.html(statement, statement.textVersion()).get(language));
        json.put("textVersion", statement.textVersion());
        json.put("language", language);
        json.put("direction", LanguageTag.isRightToLeft(language) ? "rtl" : "ltr");
        json.put("languages", statement.languages());
        addCampaign(json, statement.campaign(), language);
        json.put("state", state);
        json.put("opensAt", text(statement.opensAt()));
        json.put("closesAt", text(statement.closesAt()));
        json.put("total", totals.published());
        json.put(
                "categories",
                statement.categories().stream()
                        .map(category -> description(category, language, totals))
                        .toList());
        return json;
    }

    /** Of the organiser's email address the public learns nothing here. */
    private static void addCampaign(Map<String, Object> json, Campaign campaign, String language) {
        json.put("page", campaign.page().in(language).orElse(null));
        json.put("image", campaign.image().orElse(null));
        json.put("goal", campaign.goal().orElse(null));
        json.put(
                "organiser",
                campaign.organiser().map(DescribeStatementHandler::organiser).orElse(null));
        json.put("privacy", campaign.privacy().orElse(null));
    }

    private static Map<String, Object> organiser(Organiser organiser) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", organiser.name());
        json.put("url", organiser.url().orElse(null));
        return json;
    }

    private static Map<String, Object> description(Category category, String language, Totals totals) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", category.id());
        json.put("name", category.name().get(language));
        json.put("description", category.description().get(language));
        json.put("signs", Term.of(category.signs()));
        json.put("affiliation", Term.of(category.affiliation()));
        json.put("admission", Term.of(category.admission()));
        json.put("order", Term.of(category.order()));
        json.put("total", totals.published(category.id()));
        json.put("unlisted", totals.unlisted(category.id()));
        return json;
    }

    /** A statement that is not open yet is closed until {@code opensAt}. */
    private static String state(Opening opening) {
        return opening == Opening.NOT_YET_OPEN ? Term.of(Opening.CLOSED) : Term.of(opening);
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }
}
