package org.undersigned.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.undersigned.lambda.Failure;

/** An endpoint that speaks as much of the SES v1 API as {@code SendRawEmail} needs; delivers to the inbox, or simulates. */
final class EmailCatcher implements AutoCloseable {
    private final HttpServer server;
    private final Inbox inbox;
    private final Clock clock;
    private final Consumer<Map<String, Object>> events;

    private EmailCatcher(HttpServer server, Inbox inbox, Clock clock, Consumer<Map<String, Object>> events) {
        this.server = server;
        this.inbox = inbox;
        this.clock = clock;
        this.events = events;
    }

    /** {@code events} takes what SNS would bring of bounces and complaints. */
    static EmailCatcher start(Inbox inbox, Clock clock, Consumer<Map<String, Object>> events) throws IOException {
        var catcher = new EmailCatcher(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), inbox, clock, events);
        catcher.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        catcher.server.createContext("/", catcher::answer);
        catcher.server.start();
        return catcher;
    }

    URI endpoint() {
        return Endpoints.at(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try {
                if (!"SendRawEmail".equals(form.get("Action"))) {
                    send(exchange, 400, error("InvalidAction", "Only SendRawEmail is known here."));
                    return;
                }
                byte[] message = Base64.getDecoder().decode(form.get("RawMessage.Data"));
                Optional<MailboxSimulator.Refusal> refusal = MailboxSimulator.refusal(message);
                if (refusal.isPresent()) {
                    send(
                            exchange,
                            400,
                            error(refusal.get().code(), refusal.get().message()));
                    return;
                }
                inbox.add(message, clock.instant());
                send(exchange, 200, sent());
                MailboxSimulator.event(message).ifPresent(events);
            } catch (RuntimeException e) {
                System.err.println("An email could not be delivered: " + Failure.describe(e));
                send(exchange, 400, error("InvalidParameterValue", "The message cannot be read."));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String sent() {
        return "<SendRawEmailResponse"
                + " xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><SendRawEmailResult><MessageId>"
                + UUID.randomUUID() + "</MessageId></SendRawEmailResult></SendRawEmailResponse>";
    }

    private static String error(String code, String message) {
        return "<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\"><Error><Type>Sender</Type><Code>"
                + code + "</Code><Message>" + message + "</Message></Error></ErrorResponse>";
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String field : body.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0)
                fields.put(
                        URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
