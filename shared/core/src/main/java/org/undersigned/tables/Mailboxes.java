package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Term;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * How many emails that others can cause a mailbox got on a day (UTC), over all statements, and whether it gets any at
 * all. A mailbox is known by its keyed hash alone.
 */
public final class Mailboxes {
    private static final int MAX_ATTEMPTS = 10;

    /** After the day: the clocks of the table's cleaning and ours may differ. */
    private static final Duration KEPT = Duration.ofDays(2);

    /** A mailbox that is not there today may be made tomorrow, and its holder could not tell us. */
    private static final Duration UNDELIVERABLE = Duration.ofDays(30);

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    public Mailboxes(Env env) {
        client = env.dynamoDb();
        table = env.required("LIMITS_TABLE");
        clock = env.clock();
    }

    /**
     * Counts an email by its own name, once however often it is tried; false when it must not be sent, since the mailbox
     * has had {@code most} today or gets none.
     */
    public boolean count(String mailbox, String email, int most) {
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Optional<Map<String, AttributeValue>> refused = begin(mailbox, email, today);
            if (refused.isEmpty()) return true;
            if (isStopped(refused.get())) return false;
            refused = add(mailbox, email, today, most);
            if (refused.isEmpty()) return true;
            if (isStopped(refused.get()) || isOf(today, refused.get())) return false;
        }
        throw new IllegalStateException("a mailbox gets emails faster than they can be counted");
    }

    /** Whether the mailbox gets no email at all. */
    public boolean isStopped(String mailbox) {
        var found = client.getItem(r -> r.tableName(table).key(key(mailbox)).consistentRead(true));
        return found.hasItem() && isStopped(found.item());
    }

    /** From now on it gets no email, until that is lifted; what cannot be delivered is tried again after 30 days. */
    public void stop(String mailbox, Stop why) {
        Instant now = clock.instant();
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":why", text(Term.of(why)), ":now", text(now.toString())));
        if (why == Stop.UNDELIVERABLE)
            values.put(":until", number(now.plus(UNDELIVERABLE).getEpochSecond()));
        try {
            client.updateItem(r -> r.tableName(table)
                    .key(key(mailbox))
                    .updateExpression("SET stopped = :why, stoppedAt = :now"
                            + (why == Stop.UNDELIVERABLE ? ", expiresAt = :until" : " REMOVE expiresAt"))
                    // What its holder has said is not forgotten when an email fails.
                    .conditionExpression(why == Stop.UNDELIVERABLE ? "attribute_not_exists(stopped)" : null)
                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException e) {
            // It gets none already.
        }
    }

    /** It gets emails again. */
    public void lift(String mailbox) {
        client.updateItem(r -> r.tableName(table)
                .key(key(mailbox))
                .updateExpression("SET expiresAt = :until REMOVE stopped, stoppedAt")
                .expressionAttributeValues(
                        Map.of(":until", number(clock.instant().plus(KEPT).getEpochSecond()))));
    }

    /** The first of the day; what was there if it is not. */
    private Optional<Map<String, AttributeValue>> begin(String mailbox, String email, String today) {
        return update(
                mailbox,
                "SET #day = :today, counted = :email, expiresAt = :until",
                "(attribute_not_exists(#day) OR #day <> :today) AND attribute_not_exists(stopped)",
                Map.of(
                        ":today", text(today),
                        ":email", AttributeValue.fromSs(List.of(email)),
                        ":until", number(clock.instant().plus(KEPT).getEpochSecond())));
    }

    private Optional<Map<String, AttributeValue>> add(String mailbox, String email, String today, int most) {
        return update(
                mailbox,
                "ADD counted :email",
                "#day = :today AND (size(counted) < :most OR contains(counted, :one)) AND"
                        + " attribute_not_exists(stopped)",
                Map.of(
                        ":today", text(today),
                        ":email", AttributeValue.fromSs(List.of(email)),
                        ":one", text(email),
                        ":most", number(most)));
    }

    private Optional<Map<String, AttributeValue>> update(
            String mailbox, String change, String condition, Map<String, AttributeValue> values) {
        try {
            client.updateItem(r -> r.tableName(table)
                    .key(key(mailbox))
                    .updateExpression(change)
                    .conditionExpression(condition)
                    .expressionAttributeNames(Map.of("#day", "day"))
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(e.hasItem() ? e.item() : Map.of());
        }
    }

    private static boolean isOf(String day, Map<String, AttributeValue> item) {
        return item.containsKey("day") && item.get("day").s().equals(day);
    }

    private static boolean isStopped(Map<String, AttributeValue> item) {
        return item.containsKey("stopped");
    }

    private static Map<String, AttributeValue> key(String mailbox) {
        return Map.of("limit", text("mailbox#" + mailbox));
    }

    /** Why a mailbox gets no email. */
    public enum Stop {
        /** Its holder said so. */
        SILENCED,
        /** Its holder complained to the mail provider. */
        COMPLAINT,
        UNDELIVERABLE
    }
}
