package org.undersigned.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands before DynamoDB Local and does what a database does on a bad day. */
final class FaultyDatabase implements AutoCloseable {
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "content-length", "connection", "expect", "upgrade");
    private static final String THROTTLED = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#"
            + "ProvisionedThroughputExceededException\",\"message\":\"too much\"}";

    private static final Duration SLOWNESS = Duration.ofMillis(1_800);

    private final URI database;
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private Mood mood = Mood.ANSWERS;

    FaultyDatabase(URI database) throws IOException {
        this.database = database;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI endpoint() {
        return Endpoints.at(server.getAddress().getPort());
    }

    synchronized void become(Mood mood) {
        this.mood = mood;
        notifyAll();
    }

    private synchronized Mood moodWhenItReacts() throws InterruptedException {
        while (mood == Mood.STALLS) wait();
        return mood;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            switch (moodWhenItReacts()) {
                case ANSWERS -> forward(exchange, asked);
                case IS_SLOW -> {
                    Thread.sleep(SLOWNESS);
                    forward(exchange, asked);
                }
                case THROTTLES -> answer(exchange, 400, THROTTLED.getBytes(StandardCharsets.UTF_8));
                // The connection ends without an answer.
                case REFUSES, STALLS -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(HttpExchange exchange, byte[] asked) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(database).POST(HttpRequest.BodyPublishers.ofByteArray(asked));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT)))
                values.forEach(value -> request.header(name, value));
        });
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        answer(exchange, response.statusCode(), response.body());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        become(Mood.REFUSES);
        server.stop(0);
        client.close();
    }

    enum Mood {
        ANSWERS,
        /** Each call just keeps within the limit of one. */
        IS_SLOW,
        STALLS,
        REFUSES,
        THROTTLES
    }
}
