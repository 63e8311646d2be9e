package org.undersigned.invalidate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.undersigned.admin.AdminHandler;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.admin.Role;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.forms.Form;
import org.undersigned.http.Body;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.invalidate.Invalidate.Call;
import org.undersigned.invalidate.Invalidation.State;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;

/**
 * {@code /admin/statements/{statement}/invalidations}: rejects all signatures of an attack at once. Each call works some
 * seconds; whoever asks for the next piece goes on from there.
 */
public final class InvalidateHandler extends AdminHandler {
    private static final int MAX_BYTES = 4 * 1024;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Pattern ID = Pattern.compile("[0-9]{15}-[!-~]{1,84}");

    private final Statements statements;
    private final Invalidations invalidations;
    private final Notes notes;
    private final Signatures signatures;
    private final Actions actions;
    private final Clock clock;

    public InvalidateHandler() {
        this(Env.system());
        AdminPriming.beforeSnapshot(InvalidateHandler::new, "GET", Map.of(), "application/json", "");
    }

    private InvalidateHandler(Env env) {
        this(env, Identity.of(env, env.clock()));
    }

    public InvalidateHandler(Env env, Identity identity) {
        super(env, identity);
        statements = new Statements(env);
        invalidations = new Invalidations(env);
        var audit = new Audit(env);
        notes = new Notes(audit);
        signatures = new Signatures(env, audit);
        actions = new Actions(env, invalidations, notes, signatures);
        clock = env.clock();
    }

    @Override
    protected boolean isLong() {
        return true;
    }

    @Override
    protected Role least(Request request) {
        return request.method().equals("POST") ? Role.ADMINISTRATOR : Role.MODERATOR;
    }

    @Override
    protected String[] parameters(Request request) {
        boolean isList = !request.method().equals("POST") && !request.path().containsKey("invalidation");
        return isList ? new String[] {"limit", "after"} : super.parameters(request);
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Statement statement = statement(request, statements);
        boolean one = request.path().containsKey("invalidation");
        var call = new Call(statement, caller.act(clock.instant(), request.id()), new AtomicInteger());
        if (!request.method().equals("POST"))
            return one ? json(200, caller, call, find(request, statement)) : all(request, statement);
        return one ? act(request, caller, call) : count(request, caller, call);
    }

    private Response all(Request request, Statement statement) {
        int limit = Query.limit(request, DEFAULT_LIMIT, MAX_LIMIT);
        Optional<String> after = Query.text(request, "after");
        if (after.filter(id -> !ID.matcher(id).matches()).isPresent())
            throw Query.refused("after", "invalid", "must be taken from next of the page before");
        var page = invalidations.page(statement.id(), after, limit);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "invalidations",
                page.invalidations().stream()
                        .map(invalidation -> InvalidationJson.of(invalidation, actions.alone(), List.of(), false))
                        .toList());
        json.put(
                "next",
                page.next()
                        .map(id -> "invalidations?limit=" + limit + "&after=" + Query.encode(id))
                        .orElse(null));
        return Response.json(200, json);
    }

    private Response count(Request request, Caller caller, Call call) {
        Map<String, Object> body = Body.json(request, "An invalidation", MAX_BYTES);
        return switch (InvalidationForm.read(body, call.act().at())) {
            case InvalidationForm.Flawed(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
            case InvalidationForm.Filled(Selection selection, RejectionReason reason) ->
                json(201, caller, call, actions.count(call, selection, reason));
        };
    }

    private Response act(Request request, Caller caller, Call call) {
        Form form = Form.of(Body.json(request, "An action", MAX_BYTES), Set.of("action"));
        Optional<Step.Action> action = form.required("action").term(Step.Action.values());
        if (!form.isSound()) throw new Problem.Refusal(Problem.unprocessable(form.errors()));
        return switch (actions.take(call, action.get(), find(request, call.statement()))) {
            case Actions.Taken(Invalidation now) -> json(200, caller, call, now);
            case Actions.Refused(String why) -> throw Problem.Refusal.of(409, why);
        };
    }

    private Invalidation find(Request request, Statement statement) {
        return Optional.of(request.path("invalidation"))
                .filter(id -> ID.matcher(id).matches())
                .flatMap(id -> invalidations.find(statement.id(), id))
                .orElseThrow(() -> notFound("The statement has no such invalidation."));
    }

    /** While somebody has to decide on what was counted, examples are shown, and the audit has that first. */
    private Response json(int status, Caller caller, Call call, Invalidation one) {
        List<SignatureId> examples =
                one.state() == State.COUNTED ? one.progress().examples() : List.of();
        if (!examples.isEmpty()) notes.add(call, one, "read-invalidation", examples.size());
        List<Signature> shown = signatures.findAll(examples).stream()
                .filter(signature -> !signature.isErased())
                .toList();
        return Response.json(status, InvalidationJson.of(one, actions.alone(), shown, caller.may(Role.ADMINISTRATOR)));
    }

    private static Problem.Refusal notFound(String detail) {
        return Problem.Refusal.of(404, detail);
    }
}
