package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Metrics;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Counts what somebody does in windows of time that follow each other, up to the most that is allowed in one. */
public final class WindowCounter {
    private final DynamoDbClient client;
    private final String table;
    private final String kind;
    private final int most;
    private final Duration window;
    private final Clock clock;
    private final Metrics metrics;

    /** {@code kind} is what is counted, and parts it from other kinds in the table of limits. */
    public WindowCounter(Env env, String kind, int most, Duration window) {
        client = env.dynamoDb();
        table = env.required("LIMITS_TABLE");
        this.kind = kind;
        this.most = most;
        this.window = window;
        clock = env.clock();
        metrics = env.metrics();
    }

    /** How many are not too many. */
    public int most() {
        return most;
    }

    /** Counts that many more, or, below zero, gives so many back; answers by how much that is too many, if it is. */
    public Optional<Excess> count(String whom, int more) {
        Instant now = clock.instant();
        long seconds = window.toSeconds();
        Instant end = Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
        String key = kind + "#" + whom + "#" + end.getEpochSecond();
        var counted = client.updateItem(r -> r.tableName(table)
                .key(Map.of("limit", text(key)))
                .updateExpression("ADD requests :more SET expiresAt = :end")
                .expressionAttributeValues(Map.of(":more", number(more), ":end", number(end.getEpochSecond())))
                .returnValues(ReturnValue.UPDATED_NEW));
        long all = Long.parseLong(counted.attributes().get("requests").n());
        if (all <= most) return Optional.empty();
        metrics.count("Refusals", "Limit", kind);
        return Optional.of(new Excess(Duration.between(now, end), all - most));
    }

    /** How long to wait, and how many were too many in this window until now. */
    public record Excess(Duration retryAfter, long by) {}
}
