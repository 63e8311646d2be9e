package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Queue;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.StatusRequest;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The table of what forms asked for. To add to it reads nothing and takes the same whatever the address. */
public final class SigningRequests {
    /** Signing requests begin with a hexadecimal digit; what asks for a status email follows after all of them. */
    private static final String FIRST = "0";

    private static final String LAST = "g";

    /** What strangers ask for with an address must not make its links slow. */
    private static final int NEWEST = 60;

    private final DynamoDbClient client;
    private final String table;

    public SigningRequests(Env env) {
        client = env.dynamoDb();
        table = env.required("SIGNING_REQUESTS_TABLE");
    }

    /** Adds it; the same request once more changes nothing. */
    public void add(SigningRequest request) {
        put(SigningRequestSchema.SCHEMA.itemToMap(request, true));
    }

    /** Adds it; the same request once more changes nothing. */
    public void add(StatusRequest request) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "signer", text(request.id().signer()),
                "request", text(request.id().request()),
                "statement", text(request.statement()),
                "emailAddress", text(request.emailAddress()),
                "since", text(request.askedAt().toString()),
                "expiresAt", number(request.expiresAt().getEpochSecond())));
        request.requestId().ifPresent(id -> item.put("requestId", text(id)));
        put(item);
    }

    public Optional<SigningRequest> find(RequestId id) {
        return item(id).map(SigningRequests::read);
    }

    public Optional<StatusRequest> findStatus(RequestId id) {
        return item(id).map(item -> new StatusRequest(
                id,
                item.get("statement").s(),
                item.get("emailAddress").s(),
                Instant.parse(item.get("since").s()),
                Instant.ofEpochSecond(Long.parseLong(item.get("expiresAt").n())),
                Optional.ofNullable(item.get("requestId")).map(AttributeValue::s)));
    }

    /** Up to 60 signing requests of a signer, from about the newest on; some may have expired. */
    public List<SigningRequest> newest(String signer) {
        return client.query(signingRequests(signer).limit(NEWEST).build()).items().stream()
                .map(SigningRequests::read)
                .toList();
    }

    /** Those of the {@link #newest} that have not expired and are not blocked, newest first. */
    public List<SigningRequest> open(String signer, Instant now) {
        return newest(signer).stream()
                .filter(request -> !request.isExpired(now) && request.blocked().isEmpty())
                .sorted(Comparator.comparing(SigningRequest::askedAt).reversed())
                .toList();
    }

    public void remove(RequestId id) {
        client.deleteItem(r -> r.tableName(table).key(key(id)));
    }

    /** Removes all signing requests of a signer. */
    public void removeAll(String signer) {
        client.queryPaginator(signingRequests(signer)
                        .projectionExpression("signer, #request")
                        .build())
                .items()
                .forEach(key -> client.deleteItem(r -> r.tableName(table).key(key)));
    }

    /**
     * Removes what was asked for with an address up to that moment, status emails too; signing requests of one capacity, or
     * of any where none is named.
     */
    public void forget(String signer, Optional<String> capacity, Instant until) {
        for (Map<String, AttributeValue> item : client.queryPaginator(r -> r.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("signer = :signer")
                        .expressionAttributeValues(Map.of(":signer", text(signer))))
                .items()) {
            boolean meant = capacity.isEmpty()
                    || !item.containsKey("capacity")
                    || item.get("capacity").s().equals(capacity.get());
            if (meant && !Instant.parse(item.get("since").s()).isAfter(until))
                client.deleteItem(r ->
                        r.tableName(table).key(Map.of("signer", item.get("signer"), "request", item.get("request"))));
        }
    }

    /** Notes that its email did not arrive, for moderators to see; not on one that is gone. */
    public void noteBounce(SigningRequest request, Bounce bounce) {
        try {
            client.updateItem(r -> r.tableName(table)
                    .key(key(request.id()))
                    .updateExpression("SET bounce = :bounce, review = :review")
                    .conditionExpression("attribute_exists(signer)")
                    .expressionAttributeValues(Map.of(
                            ":bounce", text(Term.of(bounce)),
                            ":review", text(SignatureSchema.review(request.statement(), Queue.PENDING_PROBLEM)))));
        } catch (ConditionalCheckFailedException e) {
            // Refused or expired in the meantime: there is nobody to show.
        }
    }

    private QueryRequest.Builder signingRequests(String signer) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("signer = :signer AND #request BETWEEN :first AND :last")
                .expressionAttributeNames(Map.of("#request", "request"))
                .expressionAttributeValues(Map.of(":signer", text(signer), ":first", text(FIRST), ":last", text(LAST)))
                .scanIndexForward(false);
    }

    private void put(Map<String, AttributeValue> item) {
        try {
            client.putItem(r -> r.tableName(table).item(item).conditionExpression("attribute_not_exists(signer)"));
        } catch (ConditionalCheckFailedException e) {
            // The same words within the cool-down are the same request.
        }
    }

    private Optional<Map<String, AttributeValue>> item(RequestId id) {
        var found = client.getItem(r -> r.tableName(table).key(key(id)).consistentRead(true));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }

    static SigningRequest read(Map<String, AttributeValue> item) {
        return SigningRequestSchema.SCHEMA.mapToItem(item);
    }

    private static Map<String, AttributeValue> key(RequestId id) {
        return Map.of("signer", text(id.signer()), "request", text(id.request()));
    }
}
