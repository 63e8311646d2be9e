package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.domain.Count;
import org.undersigned.domain.Count.Tally;
import org.undersigned.domain.Totals;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The table of counts: of the published an item for each category and month ({@code published#<id>#<month>#<piece>}) with a
 * number for each day, so that a batch costs one write for a category, and a year is read in a few items. A tally is kept in
 * a few pieces, so that the stream's shards seldom meet in one item; each event leaves a mark in the same transaction, and
 * is neither counted nor told again.
 */
public final class Tallies {
    static final int PIECES = 4;

    private static final String PUBLISHED = "published#";
    private static final String USED = "used#";
    private static final Set<String> KEPT = Set.of(PUBLISHED, "in-review#", "rejected#");

    /** Tallies once lay under {@code category#<id>} and {@code day#<date>}; the former still tell what was used. */
    private static final String FORMER_DAY = "day";

    /** Longer than a stream keeps an event (24 hours), so that no repeat finds its mark gone. */
    private static final Duration MARK_KEPT = Duration.ofDays(7);

    private static final int MAX_ACTIONS = 100;

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    public Tallies(Env env) {
        client = env.dynamoDb();
        table = env.required("TALLIES_TABLE");
        clock = env.clock();
    }

    /** All that is counted of a statement. */
    public Totals all(String statement) {
        return new Totals(read(statement, ""));
    }

    /** What is counted of the published alone. */
    public Totals published(String statement) {
        return new Totals(read(statement, PUBLISHED));
    }

    private Map<Tally, Map<String, Long>> read(String statement, String beginning) {
        Map<Tally, Map<String, Long>> tallies = new LinkedHashMap<>();
        items(statement, beginning).forEach(item -> {
            String key = item.get("tally").s();
            if (!KEPT.contains(kind(key))) return;
            Map<String, Long> numbers = tallies.computeIfAbsent(
                    new Tally(statement, key.substring(0, key.lastIndexOf('#'))), _ -> new TreeMap<>());
            item.forEach((name, value) -> {
                if (value.n() != null) numbers.merge(name, Long.parseLong(value.n()), Long::sum);
            });
        });
        return tallies;
    }

    private Stream<Map<String, AttributeValue>> items(String statement, String beginning) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":statement", text(statement)));
        if (!beginning.isEmpty()) values.put(":beginning", text(beginning));
        return client
                .queryPaginator(r -> r.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("statement = :statement"
                                + (beginning.isEmpty() ? "" : " AND begins_with(tally, :beginning)"))
                        .expressionAttributeValues(values))
                .items()
                .stream();
    }

    /** Counts events that are not counted yet; answers how many it took off the front of the list, which is at least one. */
    public int count(List<Count> events) {
        int taken = fitting(events);
        Map<String, Count> uncounted = new LinkedHashMap<>();
        events.subList(0, taken).forEach(event -> uncounted.putIfAbsent(event.eventId(), event));
        for (int attempt = 1; !uncounted.isEmpty(); attempt++) {
            List<Count> batch = List.copyOf(uncounted.values());
            try {
                client.transactWriteItems(r -> r.transactItems(transaction(batch)));
                return taken;
            } catch (TransactionCanceledException e) {
                List<String> counted = alreadyCounted(batch, e.cancellationReasons());
                counted.forEach(uncounted::remove);
                if (counted.isEmpty()) {
                    if (attempt == RetryPolicy.MAX_ATTEMPTS) throw e;
                    RetryPolicy.pause(attempt);
                }
            }
        }
        return taken;
    }

    /** Marks a category as used: from then on it can neither vanish nor change its kind. */
    public void use(String statement, String category) {
        client.updateItem(r -> r.tableName(table)
                .key(mark(statement, category))
                .updateExpression("SET #used = :yes")
                .expressionAttributeNames(Map.of("#used", "used"))
                .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))));
    }

    /** The categories that are marked as used, or in which something was ever counted. */
    public Set<String> used(String statement) {
        return items(statement, "")
                .map(item -> item.get("tally").s().split("#"))
                .filter(key -> key.length > 1 && !key[0].equals(FORMER_DAY))
                .map(key -> key[1])
                .collect(Collectors.toSet());
    }

    /** Holds a transaction to a category that is not marked as used. */
    TransactWriteItem unused(String statement, String category) {
        return TransactWriteItem.builder()
                .conditionCheck(c -> c.tableName(table)
                        .key(mark(statement, category))
                        .conditionExpression("attribute_not_exists(statement)"))
                .build();
    }

    /** Adds to a tally's numbers what was found missing (or, below zero, too much). */
    public void repair(Tally tally, Map<String, Long> differences) {
        Sum sum = Sum.of(differences);
        client.updateItem(r -> r.tableName(table)
                .key(key(tally, 0))
                .updateExpression(sum.expression())
                .expressionAttributeNames(sum.names())
                .expressionAttributeValues(sum.values()));
    }

    /** How many events from the front fit into one transaction with their tallies. */
    private static int fitting(List<Count> events) {
        Set<Tally> tallies = new HashSet<>();
        int fitting = 0;
        for (Count event : events) {
            event.steps().forEach(step -> tallies.add(step.tally()));
            if (fitting > 0 && fitting + 1 + tallies.size() > MAX_ACTIONS) break;
            fitting++;
        }
        return fitting;
    }

    /** The marks first, in the order of the events, then the sums. */
    private List<TransactWriteItem> transaction(List<Count> events) {
        long forgotten = clock.instant().plus(MARK_KEPT).getEpochSecond();
        List<TransactWriteItem> actions = new ArrayList<>();
        Map<Tally, Map<String, Long>> sums = new LinkedHashMap<>();
        for (Count event : events) {
            actions.add(mark(event, forgotten));
            event.steps()
                    .forEach(step -> sums.computeIfAbsent(step.tally(), _ -> new TreeMap<>())
                            .merge(step.number(), step.by(), Long::sum));
        }
        int piece = Math.floorMod(events.getFirst().eventId().hashCode(), PIECES);
        sums.forEach((tally, numbers) -> {
            numbers.values().removeIf(by -> by == 0);
            if (!numbers.isEmpty()) actions.add(sum(tally, piece, Sum.of(numbers)));
        });
        return actions;
    }

    /** It holds the change that others are told of, which this table's stream brings to announce-changes. */
    private TransactWriteItem mark(Count event, long forgotten) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "statement", text("event#" + event.eventId()),
                "tally", text("mark"),
                "expiresAt", number(forgotten)));
        event.change().ifPresent(change -> item.put("change", text(Json.text(change.json()))));
        return TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(item).conditionExpression("attribute_not_exists(statement)"))
                .build();
    }

    private TransactWriteItem sum(Tally tally, int piece, Sum sum) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(key(tally, piece))
                        .updateExpression(sum.expression())
                        .expressionAttributeNames(sum.names())
                        .expressionAttributeValues(sum.values()))
                .build();
    }

    private static List<String> alreadyCounted(List<Count> batch, List<CancellationReason> reasons) {
        List<String> counted = new ArrayList<>();
        for (int i = 0; i < batch.size() && i < reasons.size(); i++)
            if ("ConditionalCheckFailed".equals(reasons.get(i).code()))
                counted.add(batch.get(i).eventId());
        return counted;
    }

    private static Map<String, AttributeValue> key(Tally tally, int piece) {
        return Map.of("statement", text(tally.statement()), "tally", text(tally.key() + "#" + piece));
    }

    private static Map<String, AttributeValue> mark(String statement, String category) {
        return Map.of("statement", text(statement), "tally", text(USED + category));
    }

    private static String kind(String key) {
        return key.substring(0, key.indexOf('#') + 1);
    }

    /** One update that adds to several numbers. */
    private record Sum(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
        static Sum of(Map<String, Long> numbers) {
            List<String> additions = new ArrayList<>();
            Map<String, String> names = new HashMap<>();
            Map<String, AttributeValue> values = new HashMap<>();
            numbers.forEach((name, by) -> {
                additions.add("#" + name + " :" + name);
                names.put("#" + name, name);
                values.put(":" + name, number(by));
            });
            return new Sum("ADD " + String.join(", ", additions), names, values);
        }
    }
}
