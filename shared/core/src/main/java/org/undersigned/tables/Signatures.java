package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.undersigned.domain.Change;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The table of signatures. A signature changes in one way: {@link #change}. */
public final class Signatures {
    /** The most items that DynamoDB reads at once. */
    private static final int READ_AT_ONCE = 100;

    /** How many are added at once: so few that whoever waits for the table in the meantime does not wait long. */
    public static final int ADDED_AT_ONCE = 25;

    /** A transaction has at most 100 items, of which erasing needs some for the signatures. */
    private static final int MAX_WORDS_AT_ONCE = 80;

    private static final int MAX_ATTEMPTS = 10;
    private static final String FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient client;
    private final String table;
    private final Histories histories;
    private final Optional<Audit> audit;

    public Signatures(Env env) {
        this(env, Optional.empty());
    }

    /** Changes may come with an entry in this audit. */
    public Signatures(Env env, Audit audit) {
        this(env, Optional.of(audit));
    }

    private Signatures(Env env, Optional<Audit> audit) {
        client = env.dynamoDb();
        table = env.required("SIGNATURES_TABLE");
        histories = new Histories(env);
        this.audit = audit;
    }

    public Optional<Signature> find(SignatureId id) {
        var found = client.getItem(r -> r.tableName(table).key(key(id)).consistentRead(true));
        return found.hasItem() ? Optional.of(read(found.item())) : Optional.empty();
    }

    /** All signatures of one signer, such as those of an address in person and for organisations. */
    public List<Signature> of(String signer) {
        return client
                .queryPaginator(r -> r.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("signer = :signer")
                        .expressionAttributeValues(Map.of(":signer", text(signer))))
                .items()
                .stream()
                .map(Signatures::read)
                .toList();
    }

    /** Those of the signatures that there are, in no order. */
    public List<Signature> findAll(Collection<SignatureId> ids) {
        return items(ids).map(Signatures::read).toList();
    }

    /** The same, and of each whether it lies in the table as it would be written now. */
    public List<Stored> findAllStored(Collection<SignatureId> ids) {
        return items(ids)
                .map(item -> {
                    Signature signature = read(item);
                    return new Stored(signature, item.equals(item(signature)));
                })
                .toList();
    }

    private Stream<Map<String, AttributeValue>> items(Collection<SignatureId> ids) {
        List<Map<String, AttributeValue>> keys =
                ids.stream().distinct().map(Signatures::key).toList();
        return IntStream.iterate(0, from -> from < keys.size(), from -> from + READ_AT_ONCE)
                .mapToObj(from -> keys.subList(from, Math.min(keys.size(), from + READ_AT_ONCE)))
                .flatMap(some -> Batch.read(client, table, some));
    }

    /** Makes of the signature, or of nothing, what the rule says, and answers the rule's outcome. */
    public <R> R change(SignatureId id, Function<Optional<Signature>, Change<R>> rule) {
        return change(id, find(id), rule);
    }

    /**
     * The same, first with the signature as it was seen. The rule is asked again whenever somebody else has changed the
     * signature in the meantime; throws {@link IllegalStateException} when that has happened ten times.
     */
    public <R> R change(SignatureId id, Optional<Signature> seen, Function<Optional<Signature>, Change<R>> rule) {
        Optional<Signature> before = seen;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            switch (rule.apply(before)) {
                case Change.Stays<R>(R outcome) -> {
                    return outcome;
                }
                case Change.Becomes<R> change -> {
                    if (write(before, change)) return change.outcome();
                }
            }
            before = find(id);
        }
        throw new IllegalStateException("a signature changes faster than it can be written");
    }

    /** Adds those of at most {@link #ADDED_AT_ONCE} signatures whose key has none yet, and answers how many. */
    public int addAll(List<Signature> added) {
        List<Signature> absent = added;
        for (int attempt = 1; !absent.isEmpty(); attempt++) {
            List<TransactWriteItem> puts =
                    absent.stream().map(one -> put(Optional.empty(), one)).toList();
            try {
                client.transactWriteItems(r -> r.transactItems(puts));
                return absent.size();
            } catch (TransactionCanceledException e) {
                List<Signature> left = withoutFailed(absent, e.cancellationReasons());
                if (left.size() == absent.size()) {
                    if (attempt >= RetryPolicy.MAX_ATTEMPTS) throw e;
                    RetryPolicy.pause(attempt);
                }
                absent = left;
            }
        }
        return 0;
    }

    /** Those that were not there already; one that is cancels them all. */
    private static List<Signature> withoutFailed(List<Signature> added, List<CancellationReason> reasons) {
        List<Signature> left = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) if (!FAILED.equals(reasons.get(i).code())) left.add(added.get(i));
        return left;
    }

    private boolean write(Optional<Signature> before, Change.Becomes<?> change) {
        List<TransactWriteItem> parts = new ArrayList<>();
        int words = MAX_WORDS_AT_ONCE / (1 + change.along().size());
        add(before, change.after(), words, parts);
        change.along().forEach(step -> add(step.before(), step.after(), words, parts));
        change.entry().ifPresent(entry -> {
            parts.add(audit.orElseThrow().part(change.after().statement(), entry));
            parts.add(histories.part(change.after().id(), Audit.key(entry.at(), entry.id()), change.note()));
        });
        return parts.size() == 1 ? write(parts.getFirst()) : transact(parts);
    }

    /** One that is erased takes the words of its history along. */
    private void add(Optional<Signature> before, Signature after, int words, List<TransactWriteItem> parts) {
        parts.add(put(before, after));
        if (before.isPresent() && after.isErased()) parts.addAll(histories.wiped(after.id(), words));
    }

    /** False when the signature is another now than it was seen. */
    private boolean write(TransactWriteItem part) {
        Put put = part.put();
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeValues(put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                .build();
        try {
            RetryPolicy.retried(() -> client.putItem(request));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private boolean transact(List<TransactWriteItem> parts) {
        for (int attempt = 1; ; attempt++) {
            try {
                client.transactWriteItems(r -> r.transactItems(parts));
                return true;
            } catch (TransactionCanceledException e) {
                if (isAbout(e, FAILED)) return false;
                if (!isAbout(e, "TransactionConflict") || attempt == RetryPolicy.MAX_ATTEMPTS) throw e;
                RetryPolicy.pause(attempt);
            }
        }
    }

    private TransactWriteItem put(Optional<Signature> before, Signature after) {
        var put = Put.builder().tableName(table).item(item(after));
        before.ifPresentOrElse(
                seen -> put.conditionExpression("version = :seen")
                        .expressionAttributeValues(Map.of(":seen", number(seen.version()))),
                () -> put.conditionExpression("attribute_not_exists(signer)"));
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private static boolean isAbout(TransactionCanceledException refusal, String code) {
        return refusal.cancellationReasons().stream().anyMatch(reason -> code.equals(reason.code()));
    }

    private static Signature read(Map<String, AttributeValue> item) {
        return SignatureSchema.SCHEMA.mapToItem(item);
    }

    private static Map<String, AttributeValue> item(Signature signature) {
        return SignatureSchema.SCHEMA.itemToMap(signature, true);
    }

    private static Map<String, AttributeValue> key(SignatureId id) {
        return Map.of("signer", text(id.signer()), "capacity", text(id.capacity()));
    }

    /** A signature, and whether its item is what would be written of it now. */
    public record Stored(Signature signature, boolean isCurrent) {}
}
