package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The index of what moderators look through, oldest first. */
public final class Reviews {
    /** Sorts before any moment. */
    private static final String FIRST = " ";

    private final DynamoDbClient client;
    private final String table;

    public Reviews(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    public static Reviews fromEnv(DynamoDbClient client) {
        return new Reviews(client, Env.required("SIGNATURES_TABLE"));
    }

    /** {@code limit} signatures that came to wait after that moment; more where several share the last one's moment. */
    public Page page(String statement, Queue queue, Optional<String> after, int limit) {
        List<Signature> page = new ArrayList<>();
        String last = "";
        for (Map<String, AttributeValue> item : items(statement, queue, after, limit)) {
            String since = item.get("since").s();
            if (page.size() >= limit && !since.equals(last)) return new Page(List.copyOf(page), Optional.of(last));
            page.add(SignatureSchema.SCHEMA.mapToItem(item));
            last = since;
        }
        return new Page(List.copyOf(page), Optional.empty());
    }

    /** Up to that many of those that have waited longest. */
    public List<Signature> first(String statement, Queue queue, int limit) {
        return items(statement, queue, Optional.empty(), limit).stream()
                .limit(limit)
                .map(SignatureSchema.SCHEMA::mapToItem)
                .toList();
    }

    private SdkIterable<Map<String, AttributeValue>> items(
            String statement, Queue queue, Optional<String> after, int limit) {
        return client.queryPaginator(r -> r.tableName(table)
                        .indexName("review")
                        .limit(limit + 1)
                        .keyConditionExpression("review = :queue AND since > :after")
                        .expressionAttributeValues(Map.of(
                                ":queue", text(SignatureSchema.review(statement, queue)),
                                ":after", text(after.orElse(FIRST)))))
                .items();
    }

    /** {@code next} is the moment after which the next page begins, as the index writes it. */
    public record Page(List<Signature> signatures, Optional<String> next) {}
}
