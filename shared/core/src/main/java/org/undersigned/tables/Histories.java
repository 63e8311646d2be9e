package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Note;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The history of each signature: the key of every audit entry about it, and what the entry must not hold. It lies in the
 * table of signatures, in a partition that no signer has; once the signature is erased, the keys alone are left.
 */
public final class Histories {
    private static final String HISTORY = "history#";

    private final DynamoDbClient client;
    private final String table;

    public Histories(Env env) {
        client = env.dynamoDb();
        table = env.required("SIGNATURES_TABLE");
    }

    /** The newest first. */
    public List<Written> of(SignatureId id, int limit) {
        return client
                .query(r -> r.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("signer = :history")
                        .expressionAttributeValues(Map.of(":history", text(HISTORY + id.text())))
                        .scanIndexForward(false)
                        .limit(limit))
                .items()
                .stream()
                .map(item -> new Written(
                        item.get("capacity").s(),
                        Optional.ofNullable(item.get("note")).map(AttributeValue::s)))
                .toList();
    }

    /** What is added in the transaction that changes the signature; {@code entry} is the audit entry's key. */
    TransactWriteItem part(SignatureId id, String entry, Note note) {
        Map<String, AttributeValue> item = new HashMap<>(key(id, entry));
        if (!note.equals(Note.NONE)) item.put("note", text(Json.text(json(note))));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }

    /** What takes the words out of the history in the transaction that erases the signature: the last of them; others go at once. */
    List<TransactWriteItem> wiped(SignatureId id, int last) {
        List<TransactWriteItem> wiped = new ArrayList<>();
        client
                .queryPaginator(r -> r.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("signer = :history")
                        .filterExpression("attribute_exists(note)")
                        .expressionAttributeValues(Map.of(":history", text(HISTORY + id.text()))))
                .items()
                .stream()
                .map(item -> part(id, item.get("capacity").s(), Note.NONE))
                .forEach(wiped::add);
        int early = Math.max(0, wiped.size() - last);
        for (TransactWriteItem item : wiped.subList(0, early))
            client.putItem(r -> r.tableName(table).item(item.put().item()));
        return List.copyOf(wiped.subList(early, wiped.size()));
    }

    private static Map<String, Object> json(Note note) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reason", note.reason().orElse(null));
        json.put("earlier", note.earlier());
        return json;
    }

    private static Map<String, AttributeValue> key(SignatureId id, String entry) {
        return Map.of("signer", text(HISTORY + id.text()), "capacity", text(entry));
    }

    /** The key of an audit entry, and what stands beside it, as JSON, until the signature is erased. */
    public record Written(String entry, Optional<String> note) {}
}
