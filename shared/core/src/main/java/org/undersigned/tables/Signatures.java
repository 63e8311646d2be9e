package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
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
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The table of signatures; each change is one conditional write that answers what it found when it could not be made. */
public final class Signatures {
    private static final Expression ABSENT =
            Expression.builder().expression("attribute_not_exists(signer)").build();
    private static final Expression NEVER = Expression.builder()
            .expression("attribute_exists(signer) AND attribute_not_exists(signer)")
            .build();

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

    /** Adds a signature, or answers the one that its key has already. */
    public Change add(Signature signature) {
        return write(signature, absent);
    }

    /** Puts {@code after} in the place of {@code before}, unless that has changed in the meantime. */
    public Change replace(Signature before, Signature after) {
        return write(after, unchangedSince(before));
    }

    /** Confirms a signature that is published then; its words must still be those of this revision. */
    public Change publish(SignatureId id, int revision, Instant now) {
        return confirm(id, revision, now, Status.PUBLISHED, "#index = listing", Map.of("#index", "public"), Map.of());
    }

    /** Confirms a signature that waits for a moderator then; its words must still be those of this revision. */
    public Change sendToReview(Signature pending, Instant now) {
        return confirm(
                pending.id(),
                pending.revision(),
                now,
                Status.IN_REVIEW,
                "#index = :review",
                Map.of("#index", "review"),
                Map.of(":review", text(SignatureSchema.review(pending.statement(), Status.IN_REVIEW))));
    }

    /** Withdraws a signature of this revision or a later one; it is erased at {@code erasedAt}. */
    public Change withdraw(SignatureId id, int revision, Instant now, Instant erasedAt) {
        return update(UpdateItemRequest.builder()
                .key(key(id))
                .updateExpression(
                        "SET #status = :withdrawn, since = :now, expiresAt = :erasedAt REMOVE #public, #review")
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
                .updateExpression("SET #status = :status, since = :now, confirmedRevision = :revision, " + indexed
                        + " REMOVE expiresAt")
                .conditionExpression("#status = :pending AND revision = :revision AND admittedAs = :status"
                        + " AND expiresAt > :seconds")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
    }

    private Change update(UpdateItemRequest.Builder request) {
        try {
            var answer = client.updateItem(request.tableName(table.tableName())
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build());
            return new Change.Made(table.tableSchema().mapToItem(answer.attributes()));
        } catch (ConditionalCheckFailedException e) {
            return new Change.Refused(found(e));
        }
    }

    private Change write(Signature signature, Expression condition) {
        try {
            table.updateItem(UpdateItemEnhancedRequest.builder(Signature.class)
                    .item(signature)
                    .conditionExpression(condition)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .returnValues(ReturnValue.NONE)
                    .build());
            return new Change.Made(signature);
        } catch (ConditionalCheckFailedException e) {
            return condition == NEVER ? new Change.Made(signature) : new Change.Refused(found(e));
        }
    }

    private Optional<Signature> found(ConditionalCheckFailedException refusal) {
        return refusal.hasItem() ? Optional.of(table.tableSchema().mapToItem(refusal.item())) : Optional.empty();
    }

    /** Words, standing and outbox are the three things that changes touch: each change moves at least one of them. */
    private static Expression unchangedSince(Signature before) {
        var condition = Expression.builder()
                .expression("revision = :revisionWas AND #statusWas = :statusWas AND "
                        + (before.mailing().isPresent() ? "mail = :mailWas" : "attribute_not_exists(mail)"))
                .putExpressionName("#statusWas", "status")
                .putExpressionValue(":revisionWas", number(before.revision()))
                .putExpressionValue(":statusWas", text(before.status().name()));
        before.mailing().ifPresent(mailing -> condition.putExpressionValue(":mailWas", text(mailing.label())));
        return condition.build();
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
