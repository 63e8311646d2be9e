package org.undersigned.erase;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.Reason;
import org.undersigned.admin.Role;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.forms.Form;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.tables.PrimingItems;
import org.undersigned.tables.Statements;

/** {@code DELETE /admin/statements/{statement}/signatures/{id}}: erases a signature. */
public final class EraseHandler extends AdminHandler {
    private static final int MAX_BYTES = 16 * 1024;
    private static final String REASON = "reason";

    private final Statements statements;
    private final Erase erase;
    private final Clock clock;

    public EraseHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(
                EraseHandler::new,
                "DELETE",
                Map.of("id", PrimingItems.SIGNATURE.text()),
                "application/json",
                "{\"reason\": \"priming\"}");
    }

    private EraseHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public EraseHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        erase = new Erase(env);
        clock = env.clock();
    }

    @Override
    protected Role least(Request request) {
        return Role.ADMINISTRATOR;
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Form form = Form.of(Body.json(request, "A reason", MAX_BYTES), Set.of(REASON));
        Optional<Reason> reason = Reason.read(form.required(REASON));
        if (!form.isSound()) throw new Problem.Refusal(Problem.unprocessable(form.errors()));
        Statement statement = statements.find(request.path("statement")).orElseThrow(Problem.Refusal::noStatement);
        SignatureId id = SignatureId.read(request.path("id")).orElseThrow(EraseHandler::unknown);
        if (!erase.erase(statement, id, reason.orElseThrow(), caller.act(clock.instant(), request.id())))
            throw unknown();
        return Response.json(200, Map.of("id", id.text(), "status", "erased"));
    }

    private static Problem.Refusal unknown() {
        return Problem.Refusal.of(404, "The statement has no such signature.");
    }
}
