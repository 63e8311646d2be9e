package org.undersigned.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.undersigned.lambda.Json;

/**
 * An endpoint that speaks as much of the EventBridge API as {@code PutEvents} needs; keeps the newest events as a rule's
 * target gets them.
 */
final class EventCatcher implements AutoCloseable {
    private static final int KEPT = 2_000;

    private final HttpServer server;
    private final List<Map<String, Object>> events = new ArrayList<>();

    private EventCatcher(HttpServer server) {
        this.server = server;
    }

    static EventCatcher start() throws IOException {
        var catcher =
                new EventCatcher(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        catcher.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        catcher.server.createContext("/", catcher::answer);
        catcher.server.start();
        return catcher;
    }

    URI endpoint() {
        return Endpoints.at(server.getAddress().getPort());
    }

    /** Newest first. */
    synchronized List<Map<String, Object>> events() {
        return List.copyOf(events.reversed());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String action = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (!"AWSEvents.PutEvents".equals(action)) {
                send(exchange, 400, Map.of("__type", "UnknownOperationException"));
                return;
            }
            List<Map<String, Object>> taken = new ArrayList<>();
            for (Object entry : (List<?>) Json.object(exchange.getRequestBody()).get("Entries"))
                taken.add(event((Map<?, ?>) entry));
            keep(taken);
            send(
                    exchange,
                    200,
                    Map.of(
                            "FailedEntryCount",
                            0,
                            "Entries",
                            taken.stream()
                                    .map(event -> Map.of("EventId", event.get("id")))
                                    .toList()));
        }
    }

    /** "Events in Amazon EventBridge": the envelope that a target gets. */
    private static Map<String, Object> event(Map<?, ?> entry) throws IOException {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", entry.get("DetailType"));
        event.put("source", entry.get("Source"));
        event.put("account", "000000000000");
        event.put("time", time((Number) entry.get("Time")));
        event.put("region", Endpoints.REGION);
        event.put("resources", List.of());
        event.put("detail", Json.object((String) entry.get("Detail")));
        return event;
    }

    /** The bus tells whole seconds. */
    private static String time(Number seconds) {
        return Instant.ofEpochSecond(seconds.longValue()).toString();
    }

    private synchronized void keep(List<Map<String, Object>> taken) {
        events.addAll(taken);
        if (events.size() > KEPT) events.subList(0, events.size() - KEPT).clear();
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
        byte[] bytes = Json.text(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
