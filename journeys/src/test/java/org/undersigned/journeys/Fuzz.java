package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.undersigned.lambda.Json;
import org.undersigned.local.LocalContext;
import org.undersigned.local.Project;

/**
 * Feeds functions hostile inputs: a few of a fixed seed; with {@code -Dfuzz.seconds} as many as it takes in that time, of a
 * new one; with {@code -Dfuzz.seed} the one of that seed. Some of each kind must get through, or what lies behind the first
 * refusal is never tried.
 */
final class Fuzz {
    private static final int INPUTS = 80;
    private static final int LEAST_PERCENT = 5;
    private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
    private static final long MAX_MILLIS = 10_000;

    private Fuzz() {}

    /** Makes one input of the hostile, and says whether it got through. */
    @FunctionalInterface
    interface Kind {
        boolean isTaken(Hostile hostile);
    }

    static void run(String name, Kind kind) {
        run(Map.of(name, kind));
    }

    /** Takes the kinds in turn. */
    static void run(Map<String, Kind> kinds) {
        List<String> names = kinds.keySet().stream().sorted().toList();
        Map<String, Count> counts = new TreeMap<>();
        names.forEach(name -> counts.put(name, new Count()));
        Long only = Long.getLong("fuzz.seed");
        long first = only != null ? only : SECONDS > 0 ? System.nanoTime() : 1;
        long end = System.nanoTime() + SECONDS * 1_000_000_000;
        long seed = first;
        do {
            String name = names.get(Math.floorMod(seed, names.size()));
            counts.get(name).add(isTaken(name, kinds.get(name), seed++));
        } while (only == null && (SECONDS > 0 ? System.nanoTime() < end : seed < first + INPUTS));
        counts.forEach((name, count) -> System.out.println("fuzz: " + name + ": " + count));
        if (only != null) return;
        counts.forEach((name, count) -> assertThat(count.percent())
                .as("of the inputs of " + name + " that got through, in percent")
                .isGreaterThanOrEqualTo(LEAST_PERCENT));
    }

    private static boolean isTaken(String name, Kind kind, long seed) {
        try {
            return kind.isTaken(new Hostile(seed));
        } catch (Throwable e) {
            return fail(name + " with -Dfuzz.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    private static final class Count {
        private int taken;
        private int refused;

        void add(boolean isTaken) {
            if (isTaken) taken++;
            else refused++;
        }

        int percent() {
            return taken == 0 ? 0 : 100 * taken / (taken + refused);
        }

        @Override
        public String toString() {
            return (taken + refused) + " inputs, " + taken + " got through (" + percent() + " %), " + refused
                    + " refused";
        }
    }

    /** An event as API Gateway hands it over: the sample of a function with other parts and without headers. */
    static Map<String, Object> event(String function, String method, Map<String, String> path) {
        try {
            Map<String, Object> event = Json.object(
                    Files.readString(Project.root().resolve("events").resolve(function + ".json")));
            event.put("httpMethod", method);
            event.put("pathParameters", path);
            event.put("queryStringParameters", null);
            event.put("headers", Map.of());
            // From a network without limit.
            event.put("requestContext", Map.of("requestId", "fuzz", "identity", Map.of("sourceIp", "127.0.0.1")));
            return event;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void header(Map<String, Object> event, String name, String value) {
        Map<Object, Object> headers = new HashMap<>((Map<?, ?>) event.get("headers"));
        headers.put(name, decoded(value));
        event.put("headers", headers);
    }

    /** As the gateway decodes what a URL or header holds: it has no halves of characters. */
    static String decoded(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Text where it is text, else in Base64. */
    static void body(Map<String, Object> event, String type, byte[] body) {
        header(event, "Content-Type", type);
        try {
            event.put(
                    "body",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body))
                            .toString());
            event.put("isBase64Encoded", false);
        } catch (CharacterCodingException notText) {
            event.put("body", Base64.getEncoder().encodeToString(body));
            event.put("isBase64Encoded", true);
        }
    }

    /** Calls an HTTP function, and says whether it did what was asked. */
    static boolean isDone(RequestStreamHandler handler, Map<String, Object> event) {
        return isDone(call(handler, event));
    }

    static boolean isDone(Map<String, Object> answer) {
        return ((Number) answer.get("statusCode")).intValue() < 300;
    }

    /** Calls an HTTP function, which must say what is wrong rather than fail, and answers what it said. */
    static Map<String, Object> call(RequestStreamHandler handler, Map<String, Object> event) {
        Map<String, Object> answer = invoke(handler, event);
        int status = ((Number) answer.get("statusCode")).intValue();
        if (status < 200 || status >= 500) fail("answered " + status + " to " + json(event));
        return answer;
    }

    /** Answers what the function wrote; a failure tells the event, as {@code sam local invoke} takes it. */
    static Map<String, Object> invoke(RequestStreamHandler handler, Map<String, Object> event) {
        var out = new ByteArrayOutputStream();
        long before = System.nanoTime();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(json(event).getBytes(StandardCharsets.UTF_8)),
                    out,
                    new LocalContext("fuzz"));
            if (System.nanoTime() - before > MAX_MILLIS * 1_000_000) fail("took more than " + MAX_MILLIS + " ms");
            return Json.object(new ByteArrayInputStream(out.toByteArray()));
        } catch (Throwable e) {
            return fail(e + " with " + json(event), e);
        }
    }

    /** In ASCII, so that it survives any terminal. */
    static String json(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> quoted(text);
            case List<?> list -> list.stream().map(Fuzz::json).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(member -> quoted((String) member.getKey()) + ":" + json(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            default -> value.toString();
        };
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray())
            if (c < ' ' || c > '~' || c == '"' || c == '\\')
                quoted.append("\\u").append(String.format("%04x", (int) c));
            else quoted.append(c);
        return quoted.append('"').toString();
    }

    /** Some members of an object, to be filled. */
    static Map<String, Object> members(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return members;
    }
}
