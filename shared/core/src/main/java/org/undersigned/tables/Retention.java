package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The index of signatures that hold what must be erased one day; whatever is erased has left it. */
public final class Retention {
    private final DynamoDbClient client;
    private final String table;

    public Retention(Env env) {
        client = env.dynamoDb();
        table = env.required("SIGNATURES_TABLE");
    }

    /** Those that have had the status since that moment or longer, read as far as they are taken. */
    public Iterable<SignatureId> since(String statement, Status status, Instant moment) {
        return until(statement, Term.of(status), SignatureSchema.retained(status, moment));
    }

    /** Those that wait or are published, were signed at that moment or before, and still hold their network. */
    public Iterable<SignatureId> networks(String statement, Instant moment) {
        return until(statement, SignatureSchema.NETWORK, SignatureSchema.network(moment));
    }

    private Iterable<SignatureId> until(String statement, String kind, String last) {
        return query(
                statement,
                " AND retained BETWEEN :first AND :last",
                Map.of(":first", text(kind + "#"), ":last", text(last)));
    }

    /** All of a statement, read as far as they are taken. */
    public Iterable<SignatureId> all(String statement) {
        return query(statement, "", Map.of());
    }

    private Iterable<SignatureId> query(String statement, String range, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> values = new HashMap<>(more);
        values.put(":statement", text(statement));
        return client
                .queryPaginator(r -> r.tableName(table)
                        .indexName("retention")
                        .keyConditionExpression("#statement = :statement" + range)
                        .expressionAttributeNames(Map.of("#statement", "statement"))
                        .expressionAttributeValues(values))
                .items()
                .stream()
                .map(item -> new SignatureId(
                        item.get("signer").s(), item.get("capacity").s()))::iterator;
    }
}
