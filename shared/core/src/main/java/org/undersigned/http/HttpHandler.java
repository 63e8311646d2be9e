package org.undersigned.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.SlowCalls;
import org.undersigned.lambda.Variables;

/** What all HTTP functions share: reading the event, CORS, refusals, and a 500 or 503 that says a request id and nothing else. */
public abstract class HttpHandler implements RequestStreamHandler {
    private final FrontDoor door;
    private final Origins origins;

    protected HttpHandler(Variables env, Origins origins) {
        door = FrontDoor.of(env);
        this.origins = origins;
    }

    /** Answers a request; may throw {@link Problem.Refusal}. */
    protected abstract Response answer(Request request);

    /** Whether it may rightly take more than ten seconds, as an import does; then only each of its calls is bounded. */
    protected boolean isLong() {
        return false;
    }

    /** How a failure looks that is not the caller's; a problem unless the function shows pages. */
    protected Response failed(Request request, Problem problem) {
        return problem.response(request.id());
    }

    @Override
    public final void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        Request request = Request.read(event);
        // What a browser may send is no secret, and nothing is done for it: it may be asked from anywhere.
        Response response = request.method().equals("OPTIONS")
                ? origins.preflight()
                : door.admit(request)
                        .map(admitted -> answerSafely(admitted, context))
                        .orElseGet(() -> closed(request));
        Response whole = response.with(origins.headers(request));
        (request.method().equals("HEAD") ? whole.withoutBody() : whole).write(out);
    }

    private static Response closed(Request request) {
        return Problem.of(403, "This address is closed. The API answers at the domain of the page that people sign on.")
                .response(request.id());
    }

    private Response answerSafely(Request request, Context context) {
        try {
            return isLong() ? answer(request) : SlowCalls.limited(() -> answer(request));
        } catch (Problem.Refusal refusal) {
            return refusal.problem().response(request.id());
        } catch (RuntimeException | StackOverflowError e) {
            context.getLogger().log("Request " + request.id() + " failed: " + Failure.describe(e), LogLevel.ERROR);
            return failed(request, Outage.isBehind(e) ? Problem.unavailable() : Problem.failed());
        }
    }
}
