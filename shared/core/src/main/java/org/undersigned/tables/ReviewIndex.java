package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An index of what moderators look through, oldest first. */
public final class ReviewIndex<T> {
    /** Sorts before any moment. */
    private static final String FIRST = " ";

    private final DynamoDbClient client;
    private final String table;
    private final Function<Map<String, AttributeValue>, T> read;

    private ReviewIndex(DynamoDbClient client, String table, Function<Map<String, AttributeValue>, T> read) {
        this.client = client;
        this.table = table;
        this.read = read;
    }

    /** Of signatures that wait for a decision or were rejected. */
    public static ReviewIndex<Signature> ofSignatures(Env env) {
        return new ReviewIndex<>(env.dynamoDb(), env.required("SIGNATURES_TABLE"), SignatureSchema.SCHEMA::mapToItem);
    }

    /** Of signing requests whose email came back. */
    public static ReviewIndex<SigningRequest> ofRequests(Env env) {
        return new ReviewIndex<>(env.dynamoDb(), env.required("SIGNING_REQUESTS_TABLE"), SigningRequests::read);
    }

    /** {@code limit} of them that came to wait after that moment; more where several share the last one's moment. */
    public Page<T> page(String statement, Queue queue, Optional<String> after, int limit) {
        List<T> page = new ArrayList<>();
        String last = "";
        for (Map<String, AttributeValue> item : items(statement, queue, after, limit)) {
            String since = item.get("since").s();
            if (page.size() >= limit && !since.equals(last)) return new Page<>(List.copyOf(page), Optional.of(last));
            page.add(read.apply(item));
            last = since;
        }
        return new Page<>(List.copyOf(page), Optional.empty());
    }

    /** Up to that many of those that have waited longest. */
    public List<T> first(String statement, Queue queue, int limit) {
        return items(statement, queue, Optional.empty(), limit).stream()
                .limit(limit)
                .map(read)
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
    public record Page<T>(List<T> found, Optional<String> next) {}
}
