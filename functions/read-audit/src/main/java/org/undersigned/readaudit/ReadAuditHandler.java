package org.undersigned.readaudit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.domain.SignatureId;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Statements;

/** {@code GET /admin/statements/{statement}/audit}: a page of what was done, oldest first, then the seals; or what was done to one signature. */
public final class ReadAuditHandler extends AdminHandler {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;
    /** Of an entry, or of a seal; the place of another list would show an audit that ends where it does not. */
    private static final Pattern KEY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[ -~]{0,190}|seal#[0-9]{1,20}");

    private final Statements statements;
    private final Audit audit;
    private final ReadHistory readHistory;
    private final Clock clock;

    public ReadAuditHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(ReadAuditHandler::new, "GET", Map.of(), "application/json", "");
    }

    private ReadAuditHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public ReadAuditHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        audit = new Audit(env);
        readHistory = new ReadHistory(env, audit);
        clock = env.clock();
    }

    @Override
    protected String[] parameters(Request request) {
        return new String[] {"limit", "after", "signature"};
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        String statement = request.path("statement");
        int limit = Query.limit(request, DEFAULT_LIMIT, MAX_LIMIT);
        Optional<String> after = request.query("after").filter(key -> !key.isEmpty());
        if (after.filter(key -> !KEY.matcher(key).matches()).isPresent())
            throw Query.refused("after", "invalid", "must be taken from next of the page before");
        Optional<String> signature = request.query("signature");
        if (signature.isPresent())
            return Response.json(
                    200, readHistory.read(statement, id(signature.get()), caller.act(clock.instant(), request.id())));
        Audit.Page page = audit.page(statement, after, limit);
        // The audit of a deleted draft stays.
        if (statements.find(statement).isEmpty() && page.written().isEmpty()) throw Problem.Refusal.noStatement();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "entries",
                page.written().stream()
                        .map(entry -> ReadHistory.json(entry.json()))
                        .toList());
        json.put(
                "next",
                page.next()
                        .map(key -> "audit?limit=" + limit + "&after=" + Query.encode(key))
                        .orElse(null));
        return Response.json(200, json);
    }

    private static SignatureId id(String text) {
        return SignatureId.read(text)
                .orElseThrow(() -> Query.refused("signature", "invalid", "must be the id of a signature"));
    }
}
