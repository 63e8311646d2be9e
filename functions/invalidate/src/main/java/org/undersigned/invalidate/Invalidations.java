package org.undersigned.invalidate;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The table of invalidations, by statement and id; each is written whole, under its version. It goes by TTL when the rejected
 * lose their addresses.
 */
final class Invalidations {
    private static final Set<String> LOST = Set.of("ConditionalCheckFailed", "TransactionConflict");

    private final DynamoDbClient client;
    private final String table;
    private final Duration kept;

    Invalidations(Env env) {
        client = env.dynamoDb();
        table = env.required("INVALIDATIONS_TABLE");
        kept = env.duration("REJECTED_PERIOD");
    }

    Optional<Invalidation> find(String statement, String id) {
        var found = client.getItem(r -> r.tableName(table)
                .key(Map.of("statement", InvalidationItem.text(statement), "id", InvalidationItem.text(id)))
                .consistentRead(true));
        return found.hasItem() ? Optional.of(InvalidationItem.read(found.item())) : Optional.empty();
    }

    /** Those of a statement before that id, or the newest, by the moment in their ids. */
    Page page(String statement, Optional<String> before, int limit) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":statement", InvalidationItem.text(statement)));
        before.ifPresent(id -> values.put(":before", InvalidationItem.text(id)));
        var answer = client.query(r -> r.tableName(table)
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(limit)
                .keyConditionExpression("#statement = :statement" + (before.isPresent() ? " AND id < :before" : ""))
                .expressionAttributeNames(Map.of("#statement", "statement"))
                .expressionAttributeValues(values));
        return new Page(
                answer.items().stream().map(InvalidationItem::read).toList(),
                Optional.ofNullable(answer.lastEvaluatedKey().get("id")).map(AttributeValue::s));
    }

    void add(Invalidation added) {
        client.putItem(r -> r.tableName(table)
                .item(InvalidationItem.of(added, kept))
                .conditionExpression("attribute_not_exists(id)"));
    }

    /** Puts it in the place of the version before; false when somebody else has. */
    boolean replace(Invalidation next) {
        Put put = inPlace(next);
        try {
            client.putItem(r -> r.tableName(put.tableName())
                    .item(put.item())
                    .conditionExpression(put.conditionExpression())
                    .expressionAttributeValues(put.expressionAttributeValues()));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** The same together with what tells of it; neither is written when somebody else has replaced it, or does just now. */
    boolean replace(Invalidation next, TransactWriteItem note) {
        try {
            client.transactWriteItems(r -> r.transactItems(
                    TransactWriteItem.builder().put(inPlace(next)).build(), note));
            return true;
        } catch (TransactionCanceledException e) {
            if (LOST.contains(e.cancellationReasons().getFirst().code())) return false;
            throw e;
        }
    }

    private Put inPlace(Invalidation next) {
        return Put.builder()
                .tableName(table)
                .item(InvalidationItem.of(next, kept))
                .conditionExpression("version = :seen")
                .expressionAttributeValues(Map.of(":seen", InvalidationItem.number(next.version() - 1)))
                .build();
    }

    /** {@code next} is the id before which the next page begins; empty at the end. */
    record Page(List<Invalidation> invalidations, Optional<String> next) {}
}
