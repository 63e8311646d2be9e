package org.undersigned.invalidate;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.undersigned.admin.Act;
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
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.invalidate.Invalidate.Call;
import org.undersigned.invalidate.Invalidation.Asked;
import org.undersigned.invalidate.Invalidation.State;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.WindowCounter;

/**
 * {@code /admin/statements/{statement}/invalidations}: rejects all signatures of an attack at once. Each call works some
 * seconds; whoever asks for the next piece goes on from there.
 */
public final class InvalidateHandler extends AdminHandler {
    private static final int MAX_BYTES = 4 * 1024;
    private static final int SHOWN = 50;
    private static final int MAX_ID = 100;

    private final Statements statements;
    private final Invalidations invalidations;
    private final Notes notes;
    private final Signatures signatures;
    private final Invalidate invalidate;
    private final WindowCounter alone;
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
        invalidate = new Invalidate(env, invalidations, signatures);
        alone = new WindowCounter(env, "invalidations", env.number("INVALIDATIONS_ALONE"), Duration.ofDays(1));
        clock = env.clock();
    }

    @Override
    protected Role least(Request request) {
        return request.method().equals("POST") ? Role.ADMINISTRATOR : Role.MODERATOR;
    }

    @Override
    protected Response answer(Request request, Caller caller) {
        Statement statement =
                statements.read(request.path("statement")).orElseThrow(() -> notFound("There is no such statement."));
        boolean one = request.path().containsKey("invalidation");
        var call = new Call(statement, caller.act(clock.instant(), request.id()), new AtomicInteger());
        if (!request.method().equals("POST"))
            return one ? json(200, caller, call, find(request, statement)) : all(statement);
        return one ? act(request, caller, call) : count(request, caller, call);
    }

    private Response all(Statement statement) {
        return Response.json(
                200,
                Map.of(
                        "invalidations",
                        invalidations.newest(statement.id(), SHOWN).stream()
                                .map(invalidation -> InvalidationJson.of(invalidation, alone.most(), List.of(), false))
                                .toList()));
    }

    private Response count(Request request, Caller caller, Call call) {
        Act act = call.act();
        return switch (InvalidationForm.read(Body.json(request, "An invalidation", MAX_BYTES), act.at())) {
            case InvalidationForm.Flawed(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
            case InvalidationForm.Filled(Selection selection, RejectionReason reason) -> {
                // Ids are in the order of their time.
                String id = String.format(Locale.ROOT, "%015d-%s", act.at().toEpochMilli(), act.requestId());
                Invalidation asked = Invalidation.asked(
                        call.statement().id(), id, selection, reason, new Asked(act.actor(), act.at()));
                notes.add(call, asked, "count-invalidation", asked.progress().found());
                invalidations.add(asked);
                yield json(201, caller, call, invalidate.goOn(call, asked));
            }
        };
    }

    private Response act(Request request, Caller caller, Call call) {
        Form form = Form.of(Body.json(request, "An action", MAX_BYTES), Set.of("action"));
        Optional<Step.Action> action = form.required("action").term(Step.Action.values());
        if (!form.isSound()) throw new Problem.Refusal(Problem.unprocessable(form.errors()));
        var asked = new Asked(call.act().actor(), call.act().at());
        Invalidation next = switch (Step.of(action.get(), find(request, call.statement()), asked, alone.most())) {
            case Step.Stays(Invalidation now) -> now;
            case Step.Becomes(Invalidation after, String told) -> begin(call, after, told);
            case Step.Refused(String why) -> throw conflict(why);
        };
        return json(200, caller, call, invalidate.goOn(call, next));
    }

    private Invalidation begin(Call call, Invalidation after, String told) {
        if (after.state() == State.REJECTING) mayStart(after);
        notes.add(call, after, told, after.progress().found());
        if (!invalidations.replace(after)) throw conflict("Somebody else has just taken it further: look again.");
        return after;
    }

    /** Many small ones are as much as a large one. */
    private void mayStart(Invalidation after) {
        String counted = after.asked().by();
        if (after.started().filter(start -> start.by().equals(counted)).isPresent()
                && alone.count(counted, after.progress().found()).isPresent())
            throw conflict("With those that you have invalidated today these are more than " + alone.most()
                    + ", which need a second administrator: one who did not count them must start.");
    }

    private Invalidation find(Request request, Statement statement) {
        return Optional.of(request.path("invalidation"))
                .filter(id -> id.length() <= MAX_ID)
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
        return Response.json(status, InvalidationJson.of(one, alone.most(), shown, caller.may(Role.ADMINISTRATOR)));
    }

    private static Problem.Refusal notFound(String detail) {
        return Problem.Refusal.of(404, detail);
    }

    private static Problem.Refusal conflict(String detail) {
        return Problem.Refusal.of(409, detail);
    }
}
