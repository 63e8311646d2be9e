package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Listing;
import org.undersigned.domain.Signatory;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The public index of signatures: published ones by category, in its order, without any address. */
public final class Signatories {
    private static final String INDEX = "public";

    private final DynamoDbClient client;
    private final String table;

    public Signatories(Env env) {
        client = env.dynamoDb();
        table = env.required("SIGNATURES_TABLE");
    }

    /** One page of up to {@code limit} signatories whose sort keys begin with {@code beginning} and follow {@code after}. */
    public Page page(String statement, String category, String beginning, Optional<String> after, int limit) {
        Optional<KeyRange> range = KeyRange.of(beginning).behind(after);
        if (range.isEmpty()) return new Page(List.of(), Optional.empty());
        QueryResponse found = client.query(in(Listing.of(statement, category, true), range.get())
                .limit(limit + 1)
                .build());
        List<Signatory> signatories =
                found.items().stream().limit(limit).map(Signatories::signatory).toList();
        boolean more = found.items().size() > limit || (found.hasLastEvaluatedKey() && !signatories.isEmpty());
        return new Page(signatories, more ? Optional.of(signatories.getLast().sortKey()) : Optional.empty());
    }

    /** The last that arrived in a category that is listed by arrival, newest first. */
    public List<Signatory> newest(String statement, String category, int limit) {
        return client
                .query(in(Listing.of(statement, category, true), KeyRange.ALL)
                        .scanIndexForward(false)
                        .limit(limit)
                        .build())
                .items()
                .stream()
                .map(Signatories::signatory)
                .toList();
    }

    private QueryRequest.Builder in(String listing, KeyRange range) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(INDEX)
                .keyConditionExpression("#public = :listing AND sortKey BETWEEN :from AND :to")
                .expressionAttributeNames(Map.of("#public", "public"))
                .expressionAttributeValues(
                        Map.of(":listing", text(listing), ":from", text(range.from()), ":to", text(range.to())));
    }

    static Signatory signatory(Map<String, AttributeValue> item) {
        return new Signatory(
                item.get("name").s(),
                Optional.ofNullable(item.get("honorific")).map(AttributeValue::s),
                Optional.ofNullable(item.get("affiliation")).map(AttributeValue::s),
                item.get("signedOn").s(),
                item.get("sortKey").s());
    }

    /** {@code next} is the sort key after which the next page begins. */
    public record Page(List<Signatory> signatories, Optional<String> next) {}
}
