package org.undersigned.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class ObjectWriterTest {
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anObjectIsPutUnderItsKeyAndSignedWithAllThatIsInIt() {
        write("{\"name\": \"王伟\"}");
        assertThat(asked.get())
                .startsWith("PUT /failed/unreadable/Tally/1.json {\"name\": \"王伟\"} ")
                .contains("/ca-central-1/s3/aws4_request", "x-amz-content-sha256", "x-amz-security-token");
    }

    @Test
    void whatTheBucketDoesNotTakeIsSaid() {
        status = 503;
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> write("{}"))
                .withStackTraceContaining("Amazon S3 answers 503");
    }

    private void write(String json) {
        var credentials = StaticCredentialsProvider.create(AwsSessionCredentials.create("AKID", "secret", "session"));
        new ObjectWriter(
                        Region.CA_CENTRAL_1,
                        credentials,
                        Optional.of("http://127.0.0.1:" + server.getAddress().getPort()))
                .write("failed", "unreadable/Tally/1.json", json);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + " "
                    + exchange.getRequestHeaders().getFirst("Authorization")
                    + exchange.getRequestHeaders().getFirst("X-amz-content-sha256"));
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
