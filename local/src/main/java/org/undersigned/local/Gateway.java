package org.undersigned.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.Json;

/** API Gateway's part: routes requests by the template, hands the functions its events, and answers what they answer. */
final class Gateway implements AutoCloseable {
    private static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final int MIN_COMPRESSED = 1024;

    private final HttpServer server;

    private Gateway(HttpServer server) {
        this.server = server;
    }

    /** Takes the port, 0 being any free one; throws {@link java.net.BindException} when it is taken. */
    static Gateway bind(int port) throws IOException {
        return new Gateway(HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0));
    }

    /** Begins to answer: functions by the template's routes, then pages of the local run, then files. */
    void start(
            List<Template.Route> routes,
            Map<String, RequestStreamHandler> handlers,
            List<LocalPage> pages,
            StaticFiles files) {
        List<Target> targets = routes.stream()
                .map(route -> new Target(
                        route.method(),
                        Route.of(route.path()),
                        route.authorizer().map(name -> new Authorizer(new Invocation(name, handlers.get(name)))),
                        new Invocation(route.function(), handlers.get(route.function()))))
                .toList();
        var site = new Site(targets, pages, files);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> serve(exchange, site));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void serve(HttpExchange exchange, Site site) throws IOException {
        try (exchange) {
            site.answer(exchange).send(exchange);
        } catch (RuntimeException e) {
            System.err.println("A request failed: " + Failure.describe(e));
        }
    }

    private static Answer invoke(Target target, Map<String, Object> event) {
        try {
            Map<String, Object> response = target.invocation().call(event);
            Map<String, String> headers = new LinkedHashMap<>();
            ((Map<?, ?>) response.get("headers"))
                    .forEach((name, value) -> headers.put((String) name, String.valueOf(value)));
            return new Answer(
                    ((Number) response.get("statusCode")).intValue(),
                    headers,
                    ((String) response.get("body")).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            System.err.println(target.invocation().function() + " failed: " + Failure.describe(e));
            return Answer.problem(502, "Bad Gateway", "The function failed.");
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Target(String method, Route route, Optional<Authorizer> authorizer, Invocation invocation) {}

    private record Site(List<Target> targets, List<LocalPage> pages, StaticFiles files) {
        Answer answer(HttpExchange exchange) throws IOException {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getRawPath();
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                // A caller that is cut off while it sends does not hear the answer.
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                return Answer.problem(413, "Content Too Large", "A request has at most 10 MB.");
            }
            String asked = method.equals("HEAD") ? "GET" : method;
            for (LocalPage page : pages)
                if (page.method().equals(asked) && page.path().equals(path))
                    return page.answer().to(asked.equals("GET") ? query(exchange) : body);
            for (Target target : targets) {
                if (!target.method().equals(method)) continue;
                Optional<Map<String, String>> parameters = target.route().match(path);
                if (parameters.isEmpty()) continue;
                Optional<Answer> refusal =
                        target.authorizer().flatMap(authorizer -> authorizer.refusal(exchange, method + path));
                return refusal.orElseGet(() ->
                        invoke(target, ProxyEvent.of(exchange, target.route().template(), parameters.get(), body)));
            }
            Optional<Answer> file = asked.equals("GET") ? files.find(path) : Optional.empty();
            return file.orElseGet(() -> Answer.problem(404, "Not Found", "There is no such route."));
        }
    }

    private static byte[] query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? new byte[0] : query.getBytes(StandardCharsets.UTF_8);
    }

    /** A page or a list that only the local run has. */
    record LocalPage(String method, String path, Reply answer) {}

    /** What is answered to the query of a GET, or to the body of a POST. */
    @FunctionalInterface
    interface Reply {
        Answer to(byte[] received);
    }

    /** What goes back to the caller. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer of(String contentType, String body) {
            return new Answer(
                    200,
                    Map.of("Content-Type", contentType, "Cache-Control", "no-store"),
                    body.getBytes(StandardCharsets.UTF_8));
        }

        static Answer problem(int status, String title, String detail) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", "about:blank");
            problem.put("title", title);
            problem.put("status", status);
            problem.put("detail", detail);
            problem.put("requestId", UUID.randomUUID().toString());
            return new Answer(
                    status,
                    Map.of("Content-Type", "application/problem+json", "Access-Control-Allow-Origin", "*"),
                    Json.text(problem).getBytes(StandardCharsets.UTF_8));
        }

        Answer with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }

        void send(HttpExchange exchange) throws IOException {
            // As the template has them of the gateway's own answers.
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Strict-Transport-Security", "max-age=31536000");
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] sent = compressedFor(exchange);
            boolean empty = sent.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, empty ? -1 : sent.length);
            if (!empty) exchange.getResponseBody().write(sent);
        }

        /** As API Gateway does from the template's MinimumCompressionSize on. */
        private byte[] compressedFor(HttpExchange exchange) throws IOException {
            String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
            if (body.length < MIN_COMPRESSED || accepted == null || !accepted.contains("gzip")) return body;
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(body);
            }
            return bytes.toByteArray();
        }
    }
}
