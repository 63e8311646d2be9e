package org.undersigned.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Failure;
import org.undersigned.local.Gateway.Answer;

/** A Lambda authorizer that is shown a token, as API Gateway asks it and takes its answer. */
record Authorizer(Invocation invocation) {
    private static final String API = "arn:aws:execute-api:" + Endpoints.REGION + ":000000000000:local/local/";

    /** What the caller is told instead of the function's answer; empty when the authorizer allows the request. */
    Optional<Answer> refusal(HttpExchange exchange, String methodAndPath) {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token == null || token.isBlank()) return Optional.of(unauthorized());
        try {
            Map<String, Object> policy = invocation.call(
                    Map.of("type", "TOKEN", "authorizationToken", token, "methodArn", API + methodAndPath));
            return isAllowed(policy)
                    ? Optional.empty()
                    : Optional.of(Answer.problem(403, "Forbidden", "The token gives no right to this."));
        } catch (IOException | RuntimeException e) {
            if ("Unauthorized".equals(e.getMessage())) return Optional.of(unauthorized());
            System.err.println(invocation.function() + " failed: " + Failure.describe(e));
            return Optional.of(Answer.problem(500, "Internal Server Error", "The authorizer failed."));
        }
    }

    private static boolean isAllowed(Map<String, Object> policy) {
        var document = (Map<?, ?>) policy.get("policyDocument");
        return ((List<?>) document.get("Statement"))
                .stream().allMatch(statement -> "Allow".equals(((Map<?, ?>) statement).get("Effect")));
    }

    private static Answer unauthorized() {
        return Answer.problem(401, "Unauthorized", "The bearer token is missing or not valid.")
                .with("WWW-Authenticate", "Bearer");
    }
}
