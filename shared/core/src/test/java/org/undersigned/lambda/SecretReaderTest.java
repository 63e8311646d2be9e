package org.undersigned.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class SecretReaderTest {
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final Map<String, String> seen = new HashMap<>();
    private HttpServer server;
    private int calls;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls++;
            for (String header : List.of("X-Amz-Target", "Content-Type", "Authorization"))
                seen.put(header, exchange.getRequestHeaders().getFirst(header));
            seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = "{\"ARN\": \"arn\", \"SecretString\": \"s3cr3t\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(statuses.isEmpty() ? 200 : statuses.pop(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSecretIsAskedForAsTheServiceWantsItAndSigned() {
        assertThat(read("arn:aws:secretsmanager:a")).isEqualTo("s3cr3t");
        assertThat(seen)
                .containsEntry("X-Amz-Target", "secretsmanager.GetSecretValue")
                .containsEntry("Content-Type", "application/x-amz-json-1.1")
                .containsEntry("body", "{\"SecretId\":\"arn:aws:secretsmanager:a\"}");
        assertThat(seen.get("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=key/")
                .contains("/eu-west-1/secretsmanager/aws4_request");
    }

    @Test
    void aFailureOfTheServiceIsTriedAgain() {
        statuses.addAll(List.of(500, 503));
        assertThat(read("a")).isEqualTo("s3cr3t");
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void aFailureThatStaysIsToldWithoutTheSecret() {
        statuses.addAll(List.of(500, 500, 500));
        assertThatThrownBy(() -> read("a"))
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void aRefusalIsToldAtOnceWithoutTheSecret() {
        statuses.add(400);
        assertThatThrownBy(() -> read("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("400")
                .hasMessageNotContaining("s3cr3t");
        assertThat(calls).isEqualTo(1);
    }

    private String read(String id) {
        return new SecretReader(
                        Region.EU_WEST_1,
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")),
                        Optional.of("http://127.0.0.1:" + server.getAddress().getPort()))
                .read(id);
    }
}
