package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.BlockList;
import org.undersigned.domain.BlockedCounts;
import org.undersigned.domain.SigningRequest;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** How many requests the block lists of a statement have held back, each request once. */
public final class BlockedRequests {
    private static final String LIMIT = "limit";

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    public BlockedRequests(Env env) {
        client = env.dynamoDb();
        table = env.required("LIMITS_TABLE");
        clock = env.clock();
    }

    /** Counts a request that {@code list} has blocked; the same request once more changes nothing. */
    public void count(SigningRequest request, BlockList list) {
        try {
            client.transactWriteItems(r -> r.transactItems(mark(request), increment(request.statement(), list)));
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().noneMatch(Statements::isRefused)) throw e;
        }
    }

    public BlockedCounts of(String statement) {
        var item = client.getItem(r -> r.tableName(table).key(key(statement)).consistentRead(true))
                .item();
        Map<BlockList, Long> counts = new EnumMap<>(BlockList.class);
        for (BlockList list : BlockList.values())
            if (item.containsKey(list.label()))
                counts.put(list, Long.valueOf(item.get(list.label()).n()));
        return new BlockedCounts(counts, Optional.ofNullable(item.get("lastAt")).map(at -> Instant.parse(at.s())));
    }

    private TransactWriteItem mark(SigningRequest request) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(Map.of(
                                LIMIT,
                                text("was-blocked#" + request.id().signer() + "."
                                        + request.id().request())))
                        .updateExpression("SET expiresAt = :until")
                        .conditionExpression("attribute_not_exists(expiresAt)")
                        .expressionAttributeValues(
                                Map.of(":until", number(request.expiresAt().getEpochSecond()))))
                .build();
    }

    private TransactWriteItem increment(String statement, BlockList list) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key(statement))
                        .updateExpression("SET lastAt = :now ADD #list :one")
                        .expressionAttributeNames(Map.of("#list", list.label()))
                        .expressionAttributeValues(
                                Map.of(":now", text(clock.instant().toString()), ":one", number(1))))
                .build();
    }

    private static Map<String, AttributeValue> key(String statement) {
        return Map.of(LIMIT, text("blocked#" + statement));
    }
}
