package org.undersigned.lambda;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a stack counts, by CloudWatch's embedded metric format: a line of the log becomes metrics, without a call or a
 * library. A line names no signer and no address. Where no stack is named, as in the local run and in priming, there is none.
 */
public final class Metrics {
    /** The variable that names the stack, so that two in one account do not share a metric. */
    public static final String STACK = "STACK";

    private static final String NAMESPACE = "Undersigned";
    private static final String DIMENSION = "Stack";

    private final Optional<String> stack;
    private final Clock clock;
    private final Consumer<String> log;
    private final Map<String, String> properties;

    Metrics(Optional<String> stack, Clock clock, Consumer<String> log) {
        this(stack, clock, log, Map.of());
    }

    private Metrics(Optional<String> stack, Clock clock, Consumer<String> log, Map<String, String> properties) {
        this.stack = stack;
        this.clock = clock;
        this.log = log;
        this.properties = properties;
    }

    public static Metrics of(Variables env, Clock clock) {
        return new Metrics(env.optional(STACK), clock, line -> System.out.println(line));
    }

    /** Counts nothing. */
    public static Metrics none() {
        return new Metrics(Optional.empty(), Clock.systemUTC(), _ -> {});
    }

    /** The same, in lines that also say which call of the API they belong to. */
    public Metrics of(String requestId) {
        return new Metrics(stack, clock, log, Map.of("RequestId", requestId));
    }

    /** One more of that name. */
    public void count(String name) {
        count(Map.of(name, 1L));
    }

    /** Counts by their names. */
    public void count(Map<String, Long> counts) {
        write(counts, "Count", Map.of());
    }

    /** One more of that name and that kind; {@code kinds} says what they differ by, such as {@code Limit}. */
    public void count(String name, String kinds, String kind) {
        write(Map.of(name, 1L), "Count", Map.of(kinds, kind));
    }

    /** How long something took. */
    public void time(String name, Duration took) {
        write(Map.of(name, took.toSeconds()), "Seconds", Map.of());
    }

    private void write(Map<String, Long> values, String unit, Map<String, String> kinds) {
        if (stack.isEmpty()) return;
        List<Map<String, String>> metrics = values.keySet().stream()
                .map(name -> Map.of("Name", name, "Unit", unit))
                .toList();
        List<String> dimensions = new ArrayList<>(List.of(DIMENSION));
        dimensions.addAll(kinds.keySet());
        Map<String, Object> line = new LinkedHashMap<>(values);
        line.put(DIMENSION, stack.get());
        line.putAll(kinds);
        line.putAll(properties);
        line.put(
                "_aws",
                Map.of(
                        "Timestamp",
                        clock.millis(),
                        "CloudWatchMetrics",
                        List.of(Map.of(
                                "Namespace", NAMESPACE, "Dimensions", List.of(dimensions), "Metrics", metrics))));
        log.accept(Json.text(line));
    }
}
