package org.undersigned.authorizeadmin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.AdminPriming;
import org.undersigned.admin.Caller;
import org.undersigned.admin.Identity;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Json;
import org.undersigned.lambda.Variables;
import org.undersigned.priming.Priming;

/** Lets API Gateway answer those whom the admin functions would not; they check the same once more themselves. */
public final class AuthorizeAdminHandler implements RequestStreamHandler {
    private static final String PRIMED_METHOD =
            "arn:aws:execute-api:us-east-1:123456789012:priming/v1/GET/admin/statements/priming";

    private final Identity identity;

    public AuthorizeAdminHandler() {
        this(Identity.of(Variables.system(), Clock.systemUTC()));
        Priming.beforeSnapshot(AuthorizeAdminHandler::prime);
    }

    public AuthorizeAdminHandler(Identity identity) {
        this.identity = identity;
    }

    /** Throws {@link RuntimeException} with the message {@code Unauthorized}, which API Gateway answers with 401. */
    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        Map<String, Object> fields = Json.object(event);
        // The weekly call that keeps the snapshot, by the template: it asks for nothing, and nobody has been denied.
        if (!(fields.get("methodArn") instanceof String method)) {
            Json.write(Map.of(), out);
            return;
        }
        Optional<String> token =
                fields.get("authorizationToken") instanceof String text ? Optional.of(text) : Optional.empty();
        Json.write(
                switch (identity.check(token)) {
                    case Identity.Verdict.Known(Caller caller) -> policy(Term.of(caller.role()), "Allow", method);
                    case Identity.Verdict.NoRole(), Identity.Verdict.NoStatements() -> {
                        identity.countDenial();
                        yield policy("none", "Deny", method);
                    }
                    case Identity.Verdict.Unknown() -> {
                        identity.countDenial();
                        throw new Unauthorized();
                    }
                },
                out);
    }

    /** For all admin routes: API Gateway keeps the answer for a token, whichever route it was asked for. */
    private static Map<String, Object> policy(String principal, String effect, String method) {
        String[] parts = method.split("/", 3);
        String routes = parts[0] + "/" + parts[1] + "/*/admin/*";
        return Map.of(
                // Not the caller's name: it is for logs and metrics.
                "principalId",
                principal,
                "policyDocument",
                Map.of(
                        "Version",
                        "2012-10-17",
                        "Statement",
                        List.of(Map.of("Action", "execute-api:Invoke", "Effect", effect, "Resource", routes))));
    }

    /** Checks a token of an issuer that nobody has. */
    private static void prime() throws Exception {
        AdminPriming.Caller caller = AdminPriming.caller();
        Map<String, Object> event =
                Map.of("authorizationToken", "Bearer " + caller.token(), "methodArn", PRIMED_METHOD);
        Priming.call(new AuthorizeAdminHandler(caller.identity()), Json.text(event));
    }

    private static final class Unauthorized extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unauthorized() {
            super("Unauthorized", null, false, false);
        }
    }
}
