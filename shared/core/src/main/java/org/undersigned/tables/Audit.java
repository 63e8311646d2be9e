package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.AuditEntry;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The table of what was done: entries are added, in the order of their time, and nothing else. */
public final class Audit {
    private static final String ABSENT = "attribute_not_exists(statement)";

    /** Sorts before the first entry; after the last stand the seals. */
    private static final String FIRST = " ";

    private static final String SEAL = "seal#";
    private static final String SEAL_NUMBER = "%010d";
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final DynamoDbClient client;
    private final String table;

    public Audit(Env env) {
        client = env.dynamoDb();
        table = env.required("AUDIT_TABLE");
    }

    /** Throws when the entry is not written; what it tells of must not be done or shown then. */
    public void append(String statement, AuditEntry entry) {
        Put put = put(statement, key(entry.at(), entry.id()), entry);
        client.putItem(
                r -> r.tableName(put.tableName()).item(put.item()).conditionExpression(put.conditionExpression()));
    }

    /** Adds the seal of this number, counted from 1; false when there is one. */
    public boolean seal(String statement, long number, AuditEntry seal) {
        Put put = put(statement, sealKey(number), seal);
        try {
            client.putItem(
                    r -> r.tableName(put.tableName()).item(put.item()).conditionExpression(put.conditionExpression()));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** The entry as a part of the transaction that does what it tells of. */
    public TransactWriteItem part(String statement, AuditEntry entry) {
        return TransactWriteItem.builder()
                .put(put(statement, key(entry.at(), entry.id()), entry))
                .build();
    }

    /** Up to {@code limit} records whose keys follow {@code after}: entries by their time, then seals by their number. */
    public Page page(String statement, Optional<String> after, int limit) {
        var found = client.query(query(statement, "#entry > :after", Map.of(":after", text(after.orElse(FIRST))))
                .limit(limit + 1)
                .build());
        List<Written> written =
                found.items().stream().limit(limit).map(Audit::written).toList();
        boolean more = found.items().size() > limit || (found.hasLastEvaluatedKey() && !written.isEmpty());
        return new Page(written, more ? Optional.of(written.getLast().key()) : Optional.empty());
    }

    /** The entries, without seals, after that key and before that moment. */
    public Iterable<Written> entries(String statement, Optional<String> after, Instant before) {
        String end = MICROSECONDS.format(before);
        String start = after.orElse(FIRST);
        if (start.compareTo(end) >= 0) return List.of();
        return client
                .queryPaginator(query(
                                statement,
                                "#entry BETWEEN :start AND :end",
                                Map.of(":start", text(start + " "), ":end", text(end)))
                        .build())
                .items()
                .stream()
                .map(Audit::written)::iterator;
    }

    /** Those of up to 100 entries that the statement has, by their keys, oldest first. */
    public List<Written> entries(String statement, Collection<String> keys) {
        if (keys.isEmpty()) return List.of();
        List<Map<String, AttributeValue>> wanted = keys.stream()
                .map(key -> Map.of("statement", text(statement), "entry", text(key)))
                .toList();
        return Batch.read(client, table, wanted)
                .map(Audit::written)
                .sorted(Comparator.comparing(Written::key))
                .toList();
    }

    public Optional<Written> lastSeal(String statement) {
        return client
                .query(query(statement, "begins_with(#entry, :seal)", Map.of(":seal", text(SEAL)))
                        .scanIndexForward(false)
                        .limit(1)
                        .build())
                .items()
                .stream()
                .map(Audit::written)
                .findFirst();
    }

    /** What an entry stands under: its moment to the microsecond, then its id. */
    public static String key(Instant at, String id) {
        return MICROSECONDS.format(at) + "#" + id;
    }

    private static String sealKey(long number) {
        return SEAL + String.format(Locale.ROOT, SEAL_NUMBER, number);
    }

    private Put put(String statement, String key, AuditEntry entry) {
        return Put.builder()
                .tableName(table)
                .item(Map.of(
                        "statement", text(statement),
                        "entry", text(key),
                        "record", text(Json.text(entry.json()))))
                .conditionExpression(ABSENT)
                .build();
    }

    private QueryRequest.Builder query(String statement, String range, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":statement", text(statement));
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("#statement = :statement AND " + range)
                .expressionAttributeNames(Map.of("#statement", "statement", "#entry", "entry"))
                .expressionAttributeValues(all);
    }

    private static Written written(Map<String, AttributeValue> item) {
        return new Written(item.get("entry").s(), item.get("record").s());
    }

    /** A record by its key, as the JSON that was written. */
    public record Written(String key, String json) {}

    /** {@code next} is the key after which the next page begins. */
    public record Page(List<Written> written, Optional<String> next) {}
}
