package org.undersigned.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.local.Endpoints;
import software.amazon.awssdk.services.ses.SesClient;

/** An SES that refuses the mails to some addresses. */
final class PostOffice implements AutoCloseable {
    private static final Pattern TO = Pattern.compile("^To: (\\S+)\\s*$", Pattern.MULTILINE);

    private final HttpServer server;
    private final SesClient client;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean paused;
    private final List<String> taken = new CopyOnWriteArrayList<>();

    PostOffice() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = Endpoints.client(
                SesClient.builder(), Endpoints.at(server.getAddress().getPort()));
    }

    SesClient client() {
        return client;
    }

    void refuse(String address) {
        refused.add(address);
    }

    void refuseNobody() {
        refused.clear();
    }

    /** As if the daily quota were used up. */
    void pause(boolean now) {
        paused = now;
    }

    /** How often somebody tried. */
    int asked() {
        return asked.get();
    }

    /** The addresses of the mails it took, in their order. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String to = to(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.incrementAndGet();
            boolean refusing = paused || refused.contains(to);
            if (!refusing) taken.add(to);
            byte[] xml = (refusing
                            ? "<ErrorResponse><Error><Type>Sender</Type>"
                                    + (paused
                                            ? "<Code>Throttling</Code><Message>Daily message quota exceeded.</Message>"
                                            : "<Code>MessageRejected</Code><Message>No.</Message>")
                                    + "</Error></ErrorResponse>"
                            : "<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId>"
                                    + "</SendRawEmailResult></SendRawEmailResponse>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(refusing ? 400 : 200, xml.length);
            exchange.getResponseBody().write(xml);
        }
    }

    private static String to(String form) {
        for (String field : form.split("&")) {
            if (!field.startsWith("RawMessage.Data=")) continue;
            String data = URLDecoder.decode(field.split("=", 2)[1], StandardCharsets.UTF_8);
            Matcher to = TO.matcher(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8));
            if (to.find()) return to.group(1);
        }
        throw new AssertionError("not a mail: " + form);
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }
}
