package org.undersigned.importsignatories;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.Role;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Statement;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Statements;
import org.undersigned.text.TextRule;

/** {@code POST /admin/statements/{statement}/imports}: publishes up to 5,000 signatories from a CSV file. */
public final class ImportSignatoriesHandler extends AdminHandler {
    private static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final String PRIMING_CSV =
            "category,name,affiliation\r\nall,Zoë O’Brien,\"Baker, retired\"\r\nall,,\r\n";

    /** What API Gateway puts in the place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Statements statements;
    private final ImportSignatories importSignatories;
    private final Clock clock;

    public ImportSignatoriesHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(ImportSignatoriesHandler::new, "POST", Map.of(), "text/csv", PRIMING_CSV);
    }

    private ImportSignatoriesHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public ImportSignatoriesHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        importSignatories = new ImportSignatories(env);
        clock = env.clock();
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected Role least(Request request) {
        return Role.ADMINISTRATOR;
    }

    @Override
    protected String[] parameters(Request request) {
        return new String[] {"source", "dryRun"};
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Encoding.fault(request.body()).ifPresent(fault -> {
            throw Problem.Refusal.of(400, fault);
        });
        String csv = Body.text(request, "An import", "text/csv", MAX_BYTES);
        if (csv.indexOf(REPLACEMENT) >= 0) throw Problem.Refusal.of(400, "The body is not in UTF-8.");
        Statement statement = statement(request, statements);
        String source = source(request);
        var act = caller.act(clock.instant(), request.id());
        var result = Query.truth(request, "dryRun")
                ? importSignatories.dryRun(statement, source, csv, act)
                : importSignatories.run(statement, source, csv, act);
        return switch (result) {
            case ImportSignatories.Report report -> Response.json(200, json(report));
            case ImportSignatories.TooManyRows() ->
                throw Problem.Refusal.of(413, "An import has at most " + ImportSignatories.MAX_ROWS + " rows.");
        };
    }

    /** It may be a web address, where such is forbidden in what the public sees. */
    private static String source(Request request) {
        return switch (TextRule.LINE.read(request.query("source").orElse(""))) {
            case TextRule.Reading.Accepted(String source) -> source;
            case TextRule.Reading.Empty() -> throw Query.refused("source", "required", "must not be empty");
            case TextRule.Reading.Refused refusal -> throw Query.refused("source", refusal.code(), refusal.message());
        };
    }

    private static Map<String, Object> json(ImportSignatories.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("imported", report.imported());
        json.put("unchanged", report.unchanged());
        json.put(
                "rejected",
                report.rejected().stream().map(ImportSignatoriesHandler::json).toList());
        return json;
    }

    private static Map<String, Object> json(ImportFile.Rejected rejected) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", rejected.line());
        json.put("errors", errors(rejected.errors()));
        return json;
    }

    private static List<Map<String, String>> errors(List<FieldError> errors) {
        return errors.stream().map(Problem::fields).toList();
    }
}
