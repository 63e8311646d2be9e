package org.undersigned.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.local.Project;

/**
 * The front end's files and a public API of 100,000 names, answered out of memory: what the page itself takes, without ten
 * minutes of filling a database.
 */
final class LargeList implements AutoCloseable {
    static final int NAMES = 100_000;

    private static final String CATEGORY =
            "{\"id\": \"people\", \"name\": \"People\", \"signs\": \"person\", \"affiliation\": \"none\","
                    + " \"admission\": \"automatic\", \"order\": \"name\", \"total\": " + NAMES + "}";
    private static final String DESCRIPTION =
            "{\"id\": \"large\", \"title\": \"A large letter\", \"textHtml\": \"<p>We ask.</p>\", \"text\": \"We"
                    + " ask.\", \"language\": \"en\", \"direction\": \"ltr\", \"languages\": [\"en\"], \"state\":"
                    + " \"open\", \"total\": "
                    + NAMES + ", \"categories\": [" + CATEGORY + "]}";

    private final HttpServer server;
    /** By family name and, behind it, by the name as it is written: both are found by their beginning. */
    private final TreeMap<String, String> sorted = new TreeMap<>();

    private final TreeMap<String, String> written = new TreeMap<>();

    private LargeList(HttpServer server) {
        this.server = server;
        for (int i = 0; i < NAMES; i++) {
            String given = syllables(i % 250);
            String family = syllables(i / 250 + 1_000);
            sorted.put(key(family + " " + given), given + " " + family);
            written.put(key(given + " " + family), given + " " + family);
        }
    }

    static LargeList start() throws IOException {
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var list = new LargeList(HttpServer.create(here, 0));
        list.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        list.server.createContext(
                "/", SimpleFileServer.createFileHandler(Project.root().resolve("web")));
        list.server.createContext(
                "/config.js",
                exchange -> answer(
                        exchange, "text/javascript", "export const api = \"\"; export const statement = \"large\";"));
        list.server.createContext("/statements/", list::answer);
        list.server.start();
        return list;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** A name that is there, as it is written. */
    static String name(int number) {
        return syllables(number % 250) + " " + syllables(number / 250 + 1_000);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/timeline")) answer(exchange, "application/json", "{\"days\": [], \"next\": null}");
        else if (path.endsWith("/signatories")) answer(exchange, "application/json", page(query(exchange)));
        else answer(exchange, "application/json", DESCRIPTION);
    }

    private String page(Map<String, String> query) {
        String beginning = key(query.getOrDefault("startsWith", ""));
        int limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        List<String> names = Stream.of(sorted, written)
                .limit(beginning.isEmpty() ? 1 : 2)
                .flatMap(all -> all.subMap(beginning, beginning + Character.MAX_VALUE).values().stream())
                .distinct()
                .limit(limit + 1)
                .toList();
        String listed = names.stream()
                .limit(limit)
                .map(name -> "{\"name\": \"" + name + "\", \"honorific\": null, \"affiliation\": null, \"signedOn\":"
                        + " \"2026-11-01\"}")
                .collect(Collectors.joining(", "));
        String next = names.size() > limit ? "\"signatories?limit=100&after=x\"" : "null";
        return "{\"statement\": \"large\", \"category\": \"people\", \"total\": " + NAMES + ", \"signatories\": ["
                + listed + "], \"next\": " + next + "}";
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return Arrays.stream((query == null ? "" : query).split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A name of a number, another one for each. */
    private static String syllables(int number) {
        var name = new StringBuilder();
        for (int rest = number; name.isEmpty() || rest > 0; rest /= 60)
            name.append("bdfgklmnprst".charAt(rest % 12)).append("aeiou".charAt(rest / 12 % 5));
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
