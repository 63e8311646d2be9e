package org.undersigned.sign;

import java.time.Duration;
import java.util.Map;
import org.undersigned.domain.Statement.Opening;
import org.undersigned.http.Body;
import org.undersigned.http.HttpHandler;
import org.undersigned.http.Origins;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Metrics;
import org.undersigned.priming.Priming;
import org.undersigned.priming.PrimingEvent;

/** {@code POST /statements/{statement}/signatures}: takes what a form asks for, which its signer is then to confirm. */
public final class SignHandler extends HttpHandler {
    private static final int MAX_BYTES = 16 * 1024;
    private static final String PRIMING_EVENT = PrimingEvent.of("POST", Map.of("statement", "priming"), """
        {"category": "all", "name": "Zoë O’Brien", "email": "zoe@example.org"}
        """);

    private final Sign sign;
    private final Metrics metrics;

    public SignHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(new SignHandler(env), PRIMING_EVENT));
    }

    public SignHandler(Env env) {
        super(env, Origins.of(env));
        sign = new Sign(env);
        metrics = env.metrics();
    }

    @Override
    protected Response answer(Request request) {
        Query.allowOnly(request);
        return switch (sign.sign(
                request.path("statement"),
                Body.json(request, "A signature", MAX_BYTES),
                request.from(),
                request.id())) {
            case Sign.Result.Accepted() -> {
                metrics.of(request.id()).count("Requests");
                yield Response.json(202, Map.of("status", "check-your-mail"));
            }
            case Sign.Result.UnknownStatement() -> throw Problem.Refusal.noStatement();
            case Sign.Result.NotOpen(Opening opening) -> throw new Problem.Refusal(Problem.of(409, reason(opening)));
            case Sign.Result.Invalid(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
            case Sign.Result.TooMany(Duration retryAfter) ->
                throw new Problem.Refusal(Problem.tooManyRequests(retryAfter));
        };
    }

    private static String reason(Opening opening) {
        return switch (opening) {
            case NOT_YET_OPEN -> "The statement is not open for signatures yet.";
            case PAUSED -> "The statement takes no signatures for the moment.";
            case CLOSED -> "The statement is closed: it takes no more signatures.";
            case OPEN -> throw new IllegalStateException("an open statement refuses nothing");
        };
    }
}
