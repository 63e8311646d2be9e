package org.undersigned.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            String method = API + methodAndPath;
            Map<String, Object> policy =
                    invocation.call(Map.of("type", "TOKEN", "authorizationToken", token, "methodArn", method));
            return allows(policy, method)
                    ? Optional.empty()
                    : Optional.of(Answer.problem(403, "Forbidden", "The token gives no right to this."));
        } catch (IOException | RuntimeException e) {
            if ("Unauthorized".equals(e.getMessage())) return Optional.of(unauthorized());
            System.err.println(invocation.function() + " failed: " + Failure.describe(e));
            return Optional.of(Answer.problem(500, "Internal Server Error", "The authorizer failed."));
        }
    }

    /** What no statement is about is denied, and what one denies, too. */
    private static boolean allows(Map<String, Object> policy, String method) {
        var document = (Map<?, ?>) policy.get("policyDocument");
        List<?> effects = ((List<?>) document.get("Statement"))
                .stream()
                        .map(statement -> (Map<?, ?>) statement)
                        .filter(statement -> covers((String) statement.get("Resource"), method))
                        .map(statement -> statement.get("Effect"))
                        .toList();
        return !effects.isEmpty() && effects.stream().allMatch("Allow"::equals);
    }

    /** A star in a resource stands for anything, slashes too. */
    private static boolean covers(String resource, String method) {
        return method.matches(
                Stream.of(resource.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static Answer unauthorized() {
        return Answer.problem(401, "Unauthorized", "The bearer token is missing or not valid.")
                .with("WWW-Authenticate", "Bearer");
    }
}
