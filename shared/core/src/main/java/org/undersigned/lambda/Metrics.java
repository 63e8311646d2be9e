package org.undersigned.lambda;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CloudWatch's embedded metric format: a line of the log that becomes metrics, without a call. */
public final class Metrics {
    private static final String NAMESPACE = "Undersigned";

    private Metrics() {}

    /** Counts by their names. */
    public static void log(Instant at, Map<String, Long> counts) {
        List<Map<String, String>> names = counts.keySet().stream()
                .map(name -> Map.of("Name", name, "Unit", "Count"))
                .toList();
        Map<String, Object> line = new LinkedHashMap<>(counts);
        line.put(
                "_aws",
                Map.of(
                        "Timestamp",
                        at.toEpochMilli(),
                        "CloudWatchMetrics",
                        List.of(Map.of("Namespace", NAMESPACE, "Dimensions", List.of(List.of()), "Metrics", names))));
        System.out.println(Json.text(line));
    }
}
