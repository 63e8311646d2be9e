package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What others have been told about statements and are not told again; it lies beside their tallies,
 * under a key that no statement has.
 */
public final class Told {
    private static final String PREFIX = "told#";

    /** The day after, nobody asks any more. */
    private static final Duration DAY_KEPT = Duration.ofDays(7);

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    public Told(Env env) {
        client = env.dynamoDb();
        table = env.required("TALLIES_TABLE");
        clock = env.clock();
    }

    /** The thresholds that the statement was told to have reached. */
    public Set<Integer> thresholds(String statement) {
        String prefix = "threshold#";
        return client
                .queryPaginator(r -> r.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("statement = :statement AND begins_with(tally, :told)")
                        .expressionAttributeValues(
                                Map.of(":statement", text(PREFIX + statement), ":told", text(prefix))))
                .items()
                .stream()
                .map(item -> Integer.valueOf(item.get("tally").s().substring(prefix.length())))
                .collect(Collectors.toSet());
    }

    public void noteThreshold(String statement, int threshold) {
        note(statement, "threshold#" + threshold, Optional.empty());
    }

    /** Whether that day it was told what waits. */
    public boolean hasWaiting(String statement, LocalDate day) {
        return client.getItem(r ->
                        r.tableName(table).key(key(statement, "waiting#" + day)).consistentRead(true))
                .hasItem();
    }

    public void noteWaiting(String statement, LocalDate day) {
        note(statement, "waiting#" + day, Optional.of(DAY_KEPT));
    }

    private void note(String statement, String what, Optional<Duration> kept) {
        Map<String, AttributeValue> item = new HashMap<>(key(statement, what));
        kept.ifPresent(
                time -> item.put("expiresAt", number(clock.instant().plus(time).getEpochSecond())));
        client.putItem(r -> r.tableName(table).item(item));
    }

    private static Map<String, AttributeValue> key(String statement, String what) {
        return Map.of("statement", text(PREFIX + statement), "tally", text(what));
    }
}
