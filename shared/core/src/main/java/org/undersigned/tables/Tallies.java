package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undersigned.domain.Count;
import org.undersigned.domain.Count.Tally;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The table of counts. A tally is kept in a few pieces ({@code category#<id>#<piece>}), so that the stream's shards
 * seldom meet in one item; each counted event leaves a mark in the same transaction, and is not counted again.
 */
public final class Tallies {
    static final int PIECES = 4;

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

    /** The published signatures of each category that has or had any. */
    public Map<String, Long> categories(String statement) {
        Map<String, Long> totals = new LinkedHashMap<>();
        client.queryPaginator(r -> r.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("statement = :statement AND begins_with(tally, :category)")
                        .expressionAttributeValues(
                                Map.of(":statement", text(statement), ":category", text(Count.CATEGORY))))
                .items()
                .forEach(item -> totals.merge(
                        category(item), Long.parseLong(item.get("total").n()), Long::sum));
        return totals;
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
        repair(statement, category, 0);
    }

    /** Holds a transaction to a category that was never used. */
    TransactWriteItem unused(String statement, String category) {
        return TransactWriteItem.builder()
                .conditionCheck(c -> c.tableName(table)
                        .key(key(Tally.category(statement, category), 0))
                        .conditionExpression("attribute_not_exists(statement)"))
                .build();
    }

    /** Adds to a category's tally what was found missing (or, below zero, too much). */
    public void repair(String statement, String category, long difference) {
        client.updateItem(r -> r.tableName(table)
                .key(key(Tally.category(statement, category), 0))
                .updateExpression("ADD #total :by")
                .expressionAttributeNames(Map.of("#total", "total"))
                .expressionAttributeValues(Map.of(":by", number(difference))));
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
        Map<Tally, Long> sums = new LinkedHashMap<>();
        for (Count event : events) {
            actions.add(mark(event.eventId(), forgotten));
            event.steps().forEach(step -> sums.merge(step.tally(), step.by(), Long::sum));
        }
        int piece = Math.floorMod(events.getFirst().eventId().hashCode(), PIECES);
        sums.forEach((tally, by) -> {
            if (by != 0) actions.add(sum(tally, piece, by));
        });
        return actions;
    }

    private TransactWriteItem mark(String eventId, long forgotten) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(table)
                        .item(Map.of(
                                "statement", text("event#" + eventId),
                                "tally", text("mark"),
                                "expiresAt", number(forgotten)))
                        .conditionExpression("attribute_not_exists(statement)"))
                .build();
    }

    private TransactWriteItem sum(Tally tally, int piece, long by) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table)
                        .key(key(tally, piece))
                        .updateExpression("ADD #total :by")
                        .expressionAttributeNames(Map.of("#total", "total"))
                        .expressionAttributeValues(Map.of(":by", number(by))))
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

    private static String category(Map<String, AttributeValue> item) {
        String tally = item.get("tally").s();
        return tally.substring(Count.CATEGORY.length(), tally.lastIndexOf('#'));
    }
}
