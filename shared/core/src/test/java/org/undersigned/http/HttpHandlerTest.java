package org.undersigned.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.domain.FieldError;
import org.undersigned.lambda.Json;

class HttpHandlerTest {
    private static final String EVENT = "{\"httpMethod\":\"%s\",\"headers\":{\"Origin\":\"%s\",\"ACCEPT\":\"x\"},"
            + "\"pathParameters\":null,\"queryStringParameters\":{\"limit\":\"5\"},\"body\":\"5L2g5aW9\","
            + "\"isBase64Encoded\":true,\"requestContext\":{\"requestId\":\"r-1\"}}";

    private final StringBuilder log = new StringBuilder();

    @Test
    void anEventIsReadAsARequest() throws IOException {
        Map<String, Object> answer = call(
                "POST",
                "https://a.example",
                request -> Response.json(
                        200,
                        List.of(
                                request.method(),
                                request.header("accept").orElse(""),
                                request.query("limit").orElse(""),
                                new String(request.body(), StandardCharsets.UTF_8),
                                request.id())));
        assertThat(answer.get("body")).isEqualTo("[\"POST\",\"x\",\"5\",\"你好\",\"r-1\"]");
        assertThat(answer.get("isBase64Encoded")).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "e30=x", "é", "e", "====", "_-_-"})
    void aBodyThatIsNoBase64IsReadAsItStands(String body) throws IOException {
        String event = "{\"body\":\"" + body + "\",\"isBase64Encoded\":true}";
        Request request = Request.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
        assertThat(request.body()).asString(StandardCharsets.UTF_8).isEqualTo(body);
    }

    @Test
    void anUnexpectedFailureAnswersARequestIdOnly() throws IOException {
        Map<String, Object> answer = call("GET", "https://a.example", _ -> {
            throw new IllegalStateException("secret anna@example.org");
        });
        assertThat(answer.get("statusCode")).isEqualTo(500);
        assertThat(answer.get("body").toString()).contains("r-1").doesNotContain("secret", "anna", "Exception");
        assertThat(log.toString()).contains("r-1", "IllegalStateException").doesNotContain("secret", "anna");
    }

    @Test
    void aRefusalIsAProblem() throws IOException {
        var error = new FieldError("limit", "out-of-range", "must be a whole number from 1 to 500");
        Map<String, Object> answer = call("GET", "https://a.example", _ -> {
            throw new Problem.Refusal(Problem.badRequest(error));
        });
        assertThat(answer.get("statusCode")).isEqualTo(400);
        assertThat(headers(answer)).containsEntry("Content-Type", "application/problem+json");
        assertThat(Json.object((String) answer.get("body")))
                .containsEntry("detail", "limit must be a whole number from 1 to 500.")
                .containsEntry(
                        "errors",
                        List.of(Map.of(
                                "field", "limit",
                                "code", "out-of-range",
                                "message", "must be a whole number from 1 to 500")));
        assertThat(log).isEmpty();
    }

    @Test
    void aKnownPageMayCallAndAnotherMayNot() throws IOException {
        assertThat(headers(call("GET", "https://a.example", _ -> Response.json(200, 1))))
                .containsEntry("Access-Control-Allow-Origin", "https://a.example")
                .containsEntry("Vary", "Origin");
        assertThat(headers(call("GET", "https://b.example", _ -> Response.json(200, 1))))
                .doesNotContainKey("Access-Control-Allow-Origin")
                .containsEntry("Vary", "Origin");
    }

    @Test
    void aPreflightIsAnsweredWithoutTheFunction() throws IOException {
        Map<String, Object> answer = call("OPTIONS", "https://a.example", _ -> {
            throw new AssertionError("asked");
        });
        assertThat(answer.get("statusCode")).isEqualTo(204);
        assertThat(headers(answer))
                .containsEntry("Access-Control-Allow-Methods", "POST, OPTIONS")
                .containsEntry("Access-Control-Allow-Origin", "https://a.example");
    }

    @Test
    void everyAnswerForbidsGuessingItsTypeAndPlainHttp() throws IOException {
        for (var answer : List.of(
                call("GET", "https://a.example", _ -> Response.json(200, 1)),
                call("OPTIONS", "https://a.example", _ -> Response.json(200, 1)),
                call("GET", "https://a.example", _ -> {
                    throw Problem.Refusal.of(404, "There is no such statement.");
                }),
                call("GET", "https://a.example", _ -> {
                    throw new IllegalStateException("x");
                })))
            assertThat(headers(answer))
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void headIsAnsweredAsGetWithoutTheBody() throws IOException {
        Map<String, Object> answer = call("HEAD", "https://a.example", _ -> Response.json(200, 1));
        assertThat(answer).containsEntry("statusCode", 200).containsEntry("body", "");
        assertThat(headers(answer)).containsEntry("Content-Type", "application/json");
    }

    @Test
    void jsonMayBeginWithAByteOrderMark() {
        assertThat(Body.json(request("\uFEFF{\"a\": 1}"), "A form", 100)).containsEntry("a", 1);
    }

    private static Request request(String body) {
        return new Request(
                "POST",
                "/",
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                "r");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> headers(Map<String, Object> answer) {
        return (Map<String, String>) answer.get("headers");
    }

    private Map<String, Object> call(String method, String origin, Function<Request, Response> function)
            throws IOException {
        var handler =
                new HttpHandler(
                        _ -> Optional.empty(), Origins.ofPages(List.of("https://a.example", "https://c.example"))) {
                    @Override
                    protected Response answer(Request request) {
                        return function.apply(request);
                    }
                };
        var out = new ByteArrayOutputStream();
        byte[] event = EVENT.formatted(method, origin).getBytes(StandardCharsets.UTF_8);
        handler.handleRequest(new ByteArrayInputStream(event), out, new Logging());
        return Json.object(out.toString(StandardCharsets.UTF_8));
    }

    /** A context that keeps what is logged, and knows nothing else. */
    private final class Logging implements Context {
        @Override
        public LambdaLogger getLogger() {
            return new LambdaLogger() {
                @Override
                public void log(String message) {
                    log.append(message);
                }

                @Override
                public void log(byte[] message) {
                    log.append(new String(message, StandardCharsets.UTF_8));
                }
            };
        }

        @Override
        public String getAwsRequestId() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getLogGroupName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getLogStreamName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getFunctionName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getFunctionVersion() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getInvokedFunctionArn() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClientContext getClientContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getRemainingTimeInMillis() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getMemoryLimitInMB() {
            throw new UnsupportedOperationException();
        }
    }
}
