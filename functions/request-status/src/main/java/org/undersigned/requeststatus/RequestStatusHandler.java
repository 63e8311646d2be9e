package org.undersigned.requeststatus;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Address;
import org.undersigned.forms.Form;
import org.undersigned.http.Body;
import org.undersigned.http.HttpHandler;
import org.undersigned.http.Origins;
import org.undersigned.http.Problem;
import org.undersigned.http.Query;
import org.undersigned.http.Request;
import org.undersigned.http.Response;
import org.undersigned.lambda.Env;
import org.undersigned.priming.Priming;
import org.undersigned.priming.PrimingEvent;

/** {@code POST /statements/{statement}/status-mails}: has an email sent that says where an address's signatures stand. */
public final class RequestStatusHandler extends HttpHandler {
    private static final int MAX_BYTES = 4 * 1024;
    private static final String EMAIL = "email";
    private static final String PRIMING_EVENT =
            PrimingEvent.of("POST", Map.of("statement", "priming"), "{\"email\": \"zoe@example.org\"}");

    private final RequestStatus requestStatus;

    public RequestStatusHandler() {
        this(Env.system());
        Priming.beforeSnapshot(env -> Priming.call(new RequestStatusHandler(env), PRIMING_EVENT));
    }

    public RequestStatusHandler(Env env) {
        super(env, Origins.of(env));
        requestStatus = new RequestStatus(env);
    }

    @Override
    protected Response answer(Request request) {
        Query.allowOnly(request);
        Address address = address(Body.json(request, "A request for an email", MAX_BYTES));
        return switch (requestStatus.request(request.path("statement"), address, request.from(), request.id())) {
            case RequestStatus.Result.Accepted() -> Response.json(202, Map.of("status", "check-your-mail"));
            case RequestStatus.Result.UnknownStatement() -> throw Problem.Refusal.noStatement();
            case RequestStatus.Result.TooMany(Duration retryAfter) ->
                throw new Problem.Refusal(Problem.tooManyRequests(retryAfter));
        };
    }

    private static Address address(Map<String, Object> json) {
        Form form = Form.of(json, Set.of(EMAIL));
        Optional<Address> address = form.required(EMAIL).address();
        if (!form.isSound()) throw new Problem.Refusal(Problem.unprocessable(form.errors()));
        return address.orElseThrow();
    }
}
