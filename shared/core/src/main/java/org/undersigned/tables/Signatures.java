package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.UpdateItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The table of signatures; each change is one conditional write that answers what it found when it could not be made. */
public final class Signatures {
    private static final Expression ABSENT =
            Expression.builder().expression("attribute_not_exists(signer)").build();
    private static final Expression NEVER = Expression.builder()
            .expression("attribute_exists(signer) AND attribute_not_exists(signer)")
            .build();

    /** The most items that DynamoDB reads, or adds, at once. */
    public static final int BATCH = 100;

    private final DynamoDbClient client;
    private final DynamoDbTable<Signature> table;
    private final Expression absent;

    public Signatures(DynamoDbClient client, String tableName) {
        this(
                client,
                DynamoDbEnhancedClient.builder()
                        .dynamoDbClient(client)
                        .extensions()
                        .build()
                        .table(tableName, SignatureSchema.SCHEMA),
                ABSENT);
    }

    private Signatures(DynamoDbClient client, DynamoDbTable<Signature> table, Expression absent) {
        this.client = client;
        this.table = table;
        this.absent = absent;
    }

    /** The same table for rehearsals: each write goes the whole way, is refused by the table, and counts as made. */
    public Signatures rehearsing() {
        // A refused write never meets the answer to one that is made; its class alone takes milliseconds to load.
        UpdateItemResponse.builder().attributes(Map.of()).build();
        return new Signatures(client, table, NEVER);
    }

    public static Signatures fromEnv(DynamoDbClient client) {
        return new Signatures(client, Env.required("SIGNATURES_TABLE"));
    }

    public Optional<Signature> find(SignatureId id) {
        return Optional.ofNullable(table.getItem(GetItemEnhancedRequest.builder()
                .key(Key.builder()
                        .partitionValue(id.signer())
                        .sortValue(id.capacity())
                        .build())
                .consistentRead(true)
                .build()));
    }

    /** All signatures of one signer, such as those of an address in person and for organisations. */
    public List<Signature> of(String signer) {
        return client
                .queryPaginator(r -> r.tableName(table.tableName())
                        .consistentRead(true)
                        .keyConditionExpression("signer = :signer")
                        .expressionAttributeValues(Map.of(":signer", text(signer))))
                .items()
                .stream()
                .map(table.tableSchema()::mapToItem)
                .toList();
    }

    /** Those of the signatures that there are, in no order. */
    public List<Signature> findAll(Collection<SignatureId> ids) {
        List<SignatureId> distinct = ids.stream().distinct().toList();
        List<Signature> found = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += BATCH) {
            List<Map<String, AttributeValue>> keys =
                    distinct.subList(from, Math.min(distinct.size(), from + BATCH)).stream()
                            .map(Signatures::key)
                            .toList();
            client
                    .batchGetItemPaginator(r -> r.requestItems(Map.of(
                            table.tableName(),
                            KeysAndAttributes.builder()
                                    .keys(keys)
                                    .consistentRead(true)
                                    .build())))
                    .stream()
                    .flatMap(page -> page.responses().getOrDefault(table.tableName(), List.of()).stream())
                    .map(table.tableSchema()::mapToItem)
                    .forEach(found::add);
        }
        return found;
    }

    /** Has a pending signature wait for a moderator once it is confirmed, as a claim of an imported row. */
    public Change claim(Signature pending, SignatureId row) {
        return update(UpdateItemRequest.builder()
                .key(key(pending.id()))
                .updateExpression("SET admittedAs = :inReview, claims = :row")
                .conditionExpression("#status = :pending AND revision = :revision")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(
                        ":inReview", text(Status.IN_REVIEW.name()),
                        ":pending", text(Status.PENDING.name()),
                        ":revision", number(pending.revision()),
                        ":row", text(row.text()))));
    }

    /** Notes that the newest mail came back; an unconfirmed signature is shown to moderators then. */
    public Change bounce(Signature mailed, Bounce bounce) {
        boolean pending = mailed.status() == Status.PENDING;
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":bounce", text(Term.of(bounce)),
                ":mail", text(mailed.mailing().orElseThrow().label()),
                ":status", text(mailed.status().name())));
        if (pending) values.put(":review", text(SignatureSchema.review(mailed.statement(), Queue.PENDING_PROBLEM)));
        return update(UpdateItemRequest.builder()
                .key(key(mailed.id()))
                .updateExpression("SET bounce = :bounce" + (pending ? ", review = :review" : ""))
                .conditionExpression("#status = :status AND mail = :mail")
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(values));
    }

    /** Adds a signature, or answers the one that its key has already. */
    public Change add(Signature signature) {
        return write(signature, absent);
    }

    /** Adds those of at most {@link #BATCH} signatures whose key has none yet, and answers how many. */
    public int addAll(List<Signature> added) {
        try {
            client.transactWriteItems(
                    r -> r.transactItems(added.stream().map(this::put).toList()));
            return added.size();
        } catch (TransactionCanceledException e) {
            // One that is there already, or another writer, cancels all: then each for itself.
            return (int) added.stream()
                    .map(this::add)
                    .filter(Change.Made.class::isInstance)
                    .count();
        }
    }

    /** Puts {@code after} in the place of {@code before}, unless that has changed in the meantime. */
    public Change replace(Signature before, Signature after) {
        return write(after, unchangedSince(before));
    }

    /** Confirms a signature that is published then; its words must still be those of this revision. */
    public Change publish(SignatureId id, int revision, Instant now) {
        return confirm(
                id,
                revision,
                now,
                Status.PUBLISHED,
                "#index = listing REMOVE expiresAt, bounce, #review",
                Map.of("#index", "public", "#review", "review"),
                Map.of());
    }

    /** Confirms a signature that waits for a moderator then; its words must still be those of this revision. */
    public Change sendToReview(Signature pending, Instant now) {
        return confirm(
                pending.id(),
                pending.revision(),
                now,
                Status.IN_REVIEW,
                "#index = :review REMOVE expiresAt, bounce",
                Map.of("#index", "review"),
                Map.of(":review", text(SignatureSchema.review(pending.statement(), Queue.IN_REVIEW))));
    }

    /** Withdraws a signature of this revision or a later one; it is erased at {@code erasedAt}. */
    public Change withdraw(SignatureId id, int revision, Instant now, Instant erasedAt) {
        return update(UpdateItemRequest.builder()
                .key(key(id))
                .updateExpression(
                        "SET #status = :withdrawn, since = :now, expiresAt = :erasedAt REMOVE #public, #review,"
                                + " network")
                .conditionExpression("attribute_exists(signer) AND #status <> :withdrawn AND revision >= :revision")
                .expressionAttributeNames(Map.of("#status", "status", "#public", "public", "#review", "review"))
                .expressionAttributeValues(Map.of(
                        ":withdrawn", text(Status.WITHDRAWN.name()),
                        ":now", text(now.toString()),
                        ":erasedAt", number(erasedAt.getEpochSecond()),
                        ":revision", number(revision))));
    }

    /** {@code indexed} puts the signature into the index where it is looked for from then on. */
    private Change confirm(
            SignatureId id,
            int revision,
            Instant now,
            Status status,
            String indexed,
            Map<String, String> index,
            Map<String, AttributeValue> indexValue) {
        Map<String, String> names = new HashMap<>(index);
        names.put("#status", "status");
        Map<String, AttributeValue> values = new HashMap<>(indexValue);
        values.put(":status", text(status.name()));
        values.put(":pending", text(Status.PENDING.name()));
        values.put(":now", text(now.toString()));
        values.put(":seconds", number(now.getEpochSecond()));
        values.put(":revision", number(revision));
        return update(UpdateItemRequest.builder()
                .key(key(id))
                .updateExpression("SET #status = :status, since = :now, confirmedRevision = :revision, " + indexed)
                .conditionExpression("#status = :pending AND revision = :revision AND admittedAs = :status"
                        + " AND expiresAt > :seconds")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
    }

    private Change update(UpdateItemRequest.Builder request) {
        try {
            UpdateItemRequest update = request.tableName(table.tableName())
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build();
            var answer = Contention.retried(() -> client.updateItem(update));
            return new Change.Made(table.tableSchema().mapToItem(answer.attributes()));
        } catch (ConditionalCheckFailedException e) {
            return new Change.Refused(found(e));
        }
    }

    private Change write(Signature signature, Expression condition) {
        try {
            var update = UpdateItemEnhancedRequest.builder(Signature.class)
                    .item(signature)
                    .conditionExpression(condition)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .returnValues(ReturnValue.NONE)
                    .build();
            Contention.retried(() -> table.updateItem(update));
            return new Change.Made(signature);
        } catch (ConditionalCheckFailedException e) {
            return condition == NEVER ? new Change.Made(signature) : new Change.Refused(found(e));
        }
    }

    private TransactWriteItem put(Signature added) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table.tableName())
                        .item(SignatureSchema.SCHEMA.itemToMap(added, true))
                        .conditionExpression(absent.expression())
                        .build())
                .build();
    }

    private Optional<Signature> found(ConditionalCheckFailedException refusal) {
        return refusal.hasItem() ? Optional.of(table.tableSchema().mapToItem(refusal.item())) : Optional.empty();
    }

    private static Expression unchangedSince(Signature before) {
        var unchanged = Unchanged.since(before);
        return Expression.builder()
                .expression(unchanged.expression())
                .expressionNames(unchanged.names())
                .expressionValues(unchanged.values())
                .build();
    }

    private static Map<String, AttributeValue> key(SignatureId id) {
        return Map.of("signer", text(id.signer()), "capacity", text(id.capacity()));
    }

    /** What became of a change. */
    public sealed interface Change {
        /** It was made, and the signature is now this. */
        record Made(Signature signature) implements Change {}

        /** Its condition does not hold for what is there: this signature, or none. */
        record Refused(Optional<Signature> found) implements Change {}
    }
}
