package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undersigned.domain.Listing;
import org.undersigned.domain.Signatory;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The public index of signatures for those who may know their keys; it still holds no address. */
public final class Published {
    private static final String INDEX = "public";

    private final DynamoDbClient client;
    private final String table;

    public Published(Env env) {
        client = env.dynamoDb();
        table = env.required("SIGNATURES_TABLE");
    }

    /** Those of a category whose sort keys follow {@code after}, in their order; read in portions, as far as they are taken. */
    public Stream<Entry> in(String statement, String category, boolean listed, Optional<String> after, int portion) {
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":listing", text(Listing.of(statement, category, listed))));
        after.ifPresent(key -> values.put(":after", text(key)));
        return client
                .queryPaginator(r -> r.tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression("#public = :listing"
                                + after.map(_ -> " AND sortKey > :after").orElse(""))
                        .expressionAttributeNames(Map.of("#public", "public"))
                        .expressionAttributeValues(values)
                        .limit(portion))
                .items()
                .stream()
                .map(Published::entry);
    }

    /** The first of those of a category's list whose sort keys begin with that. */
    public List<Entry> first(String statement, String category, String beginning, int limit) {
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":listing", text(Listing.of(statement, category, true))));
        if (!beginning.isEmpty()) values.put(":beginning", text(beginning));
        return client
                .query(r -> r.tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression("#public = :listing"
                                + (beginning.isEmpty() ? "" : " AND begins_with(sortKey, :beginning)"))
                        .expressionAttributeNames(Map.of("#public", "public"))
                        .expressionAttributeValues(values)
                        .limit(limit))
                .items()
                .stream()
                .map(Published::entry)
                .toList();
    }

    static Entry entry(Map<String, AttributeValue> item) {
        return new Entry(
                new SignatureId(item.get("signer").s(), item.get("capacity").s()), Signatories.signatory(item));
    }

    /** A published signature: its key, and what the public sees of it unless it is not listed. */
    public record Entry(SignatureId id, Signatory signatory) {}
}
