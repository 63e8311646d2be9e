package org.undersigned.sign;

import java.util.Map;
import org.undersigned.domain.Network;
import org.undersigned.domain.Statement.Opening;
import org.undersigned.http.Body;
import org.undersigned.http.HttpHandler;
import org.undersigned.http.Origins;
import org.undersigned.http.Problem;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.SnapStart;

/** {@code POST /statements/{statement}/signatures}: takes a signature, whose address is then to be confirmed. */
public final class SignHandler extends HttpHandler {
    private static final int MAX_BYTES = 16 * 1024;

    private final Sign sign;

    public SignHandler() {
        this(Sign.fromEnv(), Origins.fromEnv());
        SnapStart.rehearse(Rehearsal::run);
    }

    public SignHandler(Sign sign, Origins origins) {
        super(origins);
        this.sign = sign;
    }

    @Override
    protected Response answer(Request request) {
        return switch (sign.sign(
                request.path("statement"),
                Body.json(request, "A signature", MAX_BYTES),
                request.sourceIp().flatMap(Network::of))) {
            case Sign.Result.Accepted() -> Response.json(202, Map.of("status", "check-your-mail"));
            case Sign.Result.UnknownStatement() -> refuse(404, "There is no such statement.");
            case Sign.Result.NotOpen(Opening opening) -> refuse(409, reason(opening));
            case Sign.Result.Invalid(var errors) -> throw new Problem.Refusal(Problem.unprocessable(errors));
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

    private static <T> T refuse(int status, String detail) {
        throw Problem.Refusal.of(status, detail);
    }
}
