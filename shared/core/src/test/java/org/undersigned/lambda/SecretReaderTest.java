package org.undersigned.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class SecretReaderTest {
    private static final String FOUND = "{\"Name\": \"tokens\", \"SecretString\": \"the secret's content\"}";

    private static final Answer SILENCE = new Answer(200, "");

    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.stop(0);
    }

    @Test
    void aSecretIsAskedForByItsName() throws IOException {
        answers.add(new Answer(200, FOUND));
        assertThat(read("arn:aws:secretsmanager:ca-central-1:123456789012:secret:tokens"))
                .isEqualTo("the secret's content");
        assertThat(asked).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.headers())
                    .containsEntry("X-amz-target", "secretsmanager.GetSecretValue")
                    .containsEntry("Content-type", "application/x-amz-json-1.1")
                    .containsEntry("X-amz-security-token", "session");
        });
        assertThat(Json.object(asked.getFirst().body()))
                .isEqualTo(Map.of("SecretId", "arn:aws:secretsmanager:ca-central-1:123456789012:secret:tokens"));
    }

    @Test
    void theCallIsSignedForItsRegionAndService() {
        answers.add(new Answer(200, FOUND));
        read("tokens");
        assertThat(asked.getFirst().headers().get("Authorization"))
                .matches("AWS4-HMAC-SHA256 Credential=AKID/[0-9]{8}/ca-central-1/secretsmanager/aws4_request, "
                        + "SignedHeaders=[a-z0-9;-]*x-amz-target[a-z0-9;-]*, Signature=[0-9a-f]{64}");
    }

    @Test
    void whatMayPassIsTriedAgain() {
        answers.add(new Answer(503, "{}"));
        answers.add(new Answer(500, "{}"));
        answers.add(new Answer(200, FOUND));
        assertThat(read("tokens")).isEqualTo("the secret's content");
        assertThat(asked).hasSize(3);
    }

    @Test
    void afterThreeAttemptsItIsGivenUp() {
        for (int i = 0; i < 4; i++) answers.add(new Answer(500, "{\"message\": \"inside\"}"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> read("tokens"))
                .withMessageNotContaining("inside")
                .withStackTraceContaining("Secrets Manager answers 500");
        assertThat(asked).hasSize(3);
    }

    @Test
    void aRefusalIsNotTriedAgainAndIsToldWithoutItsBody() {
        answers.add(new Answer(400, "{\"__type\": \"ResourceNotFoundException\", \"Message\": \"inside\"}"));
        assertThatIllegalStateException()
                .isThrownBy(() -> read("tokens"))
                .withMessage("Secrets Manager refuses the secret with 400")
                .withNoCause();
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoSaysNothingIsNotWaitedForForEver() {
        answers.add(SILENCE);
        answers.add(new Answer(200, FOUND));
        assertThat(read("tokens")).isEqualTo("the secret's content");
    }

    @Test
    void whoDoesNotListenIsGivenUpAfterThreeAttempts() {
        server.stop(0);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> read("tokens"));
    }

    private String read(String id) {
        var credentials = StaticCredentialsProvider.create(AwsSessionCredentials.create("AKID", "key", "session"));
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        return new SecretReader(Region.CA_CENTRAL_1, credentials, Optional.of(endpoint)).read(id);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer = answers.remove();
            if (answer == SILENCE) Thread.sleep(Duration.ofSeconds(20));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Asked(String method, Map<String, String> headers, String body) {}

    private record Answer(int status, String body) {}
}
