package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Waiting;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An index of what moderators look through. */
public final class ReviewIndex<T> {
    /** Sorts before any moment. */
    private static final String FIRST = " ";

    /** Sorts after any moment. */
    private static final String LAST = "~";

    private static final int PORTION = 1_000;

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

    /** {@code limit} of them that came after that moment, oldest first; more where several share the last one's moment. */
    public Page<T> page(String statement, Queue queue, Optional<String> after, int limit) {
        return page(statement, queue, Direction.OLDEST, after, limit, new Wanted<>(_ -> true, Integer.MAX_VALUE));
    }

    /**
     * {@code limit} of those wanted that follow that moment in the order asked for; more where several share the last one's
     * moment, fewer where the wanted are so rare that {@code examined} were looked at before.
     */
    public Page<T> page(
            String statement, Queue queue, Direction direction, Optional<String> after, int limit, Wanted<T> wanted) {
        List<T> page = new ArrayList<>();
        String last = "";
        int seen = 0;
        for (Map<String, AttributeValue> item : items(statement, queue, direction, after, limit + 1)) {
            String since = item.get("since").s();
            if ((page.size() >= limit || seen >= wanted.examined()) && !since.equals(last))
                return new Page<>(List.copyOf(page), Optional.of(last));
            T one = read.apply(item);
            if (wanted.is().test(one)) page.add(one);
            last = since;
            seen++;
        }
        return new Page<>(List.copyOf(page), Optional.empty());
    }

    /** How many are in a queue by category; reads the whole of it. */
    public Map<String, Long> categories(String statement, Queue queue) {
        Map<String, Long> categories = new TreeMap<>();
        items(statement, queue, Direction.OLDEST, Optional.empty(), PORTION)
                .forEach(item -> categories.merge(item.get("category").s(), 1L, Long::sum));
        return categories;
    }

    /** Up to that many of those that have waited longest. */
    public List<T> first(String statement, Queue queue, int limit) {
        return items(statement, queue, Direction.OLDEST, Optional.empty(), limit).stream()
                .limit(limit)
                .map(read)
                .toList();
    }

    /** How many are there, and since when the oldest; empty when there is none. */
    public Optional<Waiting> waiting(String statement, Queue queue) {
        int number = 0;
        Optional<Instant> since = Optional.empty();
        for (Map<String, AttributeValue> item : client.queryPaginator(r -> r.tableName(table)
                        .indexName("review")
                        .keyConditionExpression("review = :queue")
                        .projectionExpression("since")
                        .expressionAttributeValues(Map.of(":queue", text(SignatureSchema.review(statement, queue)))))
                .items()) {
            if (number++ == 0)
                since = Optional.of(Instant.parse(item.get("since").s()));
        }
        int signatures = number;
        return since.map(oldest -> new Waiting(signatures, oldest));
    }

    private SdkIterable<Map<String, AttributeValue>> items(
            String statement, Queue queue, Direction direction, Optional<String> after, int portion) {
        boolean oldest = direction == Direction.OLDEST;
        return client.queryPaginator(r -> r.tableName(table)
                        .indexName("review")
                        .limit(portion)
                        .scanIndexForward(oldest)
                        .keyConditionExpression("review = :queue AND since " + (oldest ? ">" : "<") + " :after")
                        .expressionAttributeValues(Map.of(
                                ":queue", text(SignatureSchema.review(statement, queue)),
                                ":after", text(after.orElse(oldest ? FIRST : LAST)))))
                .items();
    }

    /** Which come first. */
    public enum Direction {
        OLDEST,
        NEWEST
    }

    /** Which ones a page shall hold, and how many may be looked at to fill it. */
    public record Wanted<T>(Predicate<T> is, int examined) {}

    /** {@code next} is the moment after which the next page begins, as the index writes it. */
    public record Page<T>(List<T> found, Optional<String> next) {}
}
