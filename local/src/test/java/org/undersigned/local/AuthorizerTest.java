package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Json;

/** The gateway before a route that has an authorizer. */
class AuthorizerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String STAGE = "arn:aws:execute-api:us-east-1:000000000000:local/local";

    private final Queue<Map<String, Object>> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path web;

    private Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        RequestStreamHandler guard = (in, out, context) -> {
            Map<String, Object> event = Json.object(in);
            asked.add(event);
            Json.write(answer((String) event.get("authorizationToken")), out);
        };
        RequestStreamHandler function = (in, out, context) -> {
            answered.add((String) Json.object(in).get("path"));
            Json.write(Map.of("statusCode", 200, "headers", Map.of(), "body", "done"), out);
        };
        gateway = Gateway.bind(0);
        gateway.start(
                List.of(
                        new Template.Route("Open", "GET", "/open", Optional.empty()),
                        new Template.Route("Guarded", "GET", "/admin/things/{thing}", Optional.of("Guard"))),
                Map.of("Guard", guard, "Open", function, "Guarded", function),
                List.of(),
                new StaticFiles(web));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void whoIsAllowedReachesTheFunction() throws Exception {
        var response = send("/admin/things/x", "Bearer all");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(answered).containsExactly("/admin/things/x");
        assertThat(asked)
                .containsExactly(Map.of(
                        "type", "TOKEN",
                        "authorizationToken", "Bearer all",
                        "methodArn", STAGE + "/GET/admin/things/x"));
    }

    @Test
    void aRouteWithoutAnAuthorizerAsksNobody() throws Exception {
        assertThat(send("/open", "Bearer unknown").statusCode()).isEqualTo(200);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void withoutATokenTheAuthorizerIsNotEvenAsked(String header) throws Exception {
        assertUnauthorized(send("/admin/things/x", header));
        assertThat(asked).isEmpty();
    }

    @Test
    void whoIsUnknownIsUnauthorized() throws Exception {
        assertUnauthorized(send("/admin/things/x", "Bearer unknown"));
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer denied", "Bearer elsewhere", "Bearer both", "Bearer nothing"})
    void whoIsNotAllowedIsForbidden(String header) throws Exception {
        assertProblem(send("/admin/things/x", header), 403, "Forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer broken", "Bearer strange"})
    void anAuthorizerThatFailsIsAFailureThatTellsNothingOfIt(String header) throws Exception {
        var response = send("/admin/things/x", header);
        assertProblem(response, 500, "Internal Server Error");
        assertThat(response.body()).doesNotContain("secret", "Exception");
    }

    private static Map<String, Object> answer(String header) {
        return switch (header) {
            case "Bearer all" -> policy(statement("Allow", STAGE + "/*/admin/*"));
            case "Bearer denied" -> policy(statement("Deny", STAGE + "/*/admin/*"));
            case "Bearer elsewhere" -> policy(statement("Allow", STAGE + "/*/other/*"));
            case "Bearer both" ->
                policy(statement("Allow", STAGE + "/*"), statement("Deny", STAGE + "/GET/admin/things/x"));
            case "Bearer nothing" -> policy();
            case "Bearer strange" -> Map.of();
            case "Bearer unknown" -> throw new IllegalArgumentException("Unauthorized");
            default -> throw new IllegalStateException("a secret of the inside");
        };
    }

    private static Map<String, Object> policy(Map<?, ?>... statements) {
        return Map.of("principalId", "x", "policyDocument", Map.of("Statement", List.of(statements)));
    }

    private static Map<String, String> statement(String effect, String resource) {
        return Map.of("Action", "execute-api:Invoke", "Effect", effect, "Resource", resource);
    }

    private void assertUnauthorized(HttpResponse<String> response) throws IOException {
        assertProblem(response, 401, "Unauthorized");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    private void assertProblem(HttpResponse<String> response, int status, String title) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.object(response.body())).containsEntry("status", status).containsEntry("title", title);
        assertThat(answered).isEmpty();
    }

    private HttpResponse<String> send(String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + path));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
