package org.undersigned.tables;

import java.util.ArrayList;
import java.util.List;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Signature;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What moderators change of signatures: each change is one transaction with the audit entry that tells of it. */
public final class Decisions {
    private final DynamoDbClient client;
    private final String signatures;
    private final Audit audit;

    public Decisions(DynamoDbClient client, String signatures, Audit audit) {
        this.client = client;
        this.signatures = signatures;
        this.audit = audit;
    }

    public static Decisions fromEnv(DynamoDbClient client) {
        return new Decisions(client, Env.required("SIGNATURES_TABLE"), Audit.fromEnv(client));
    }

    /** Makes the steps and writes the entry, all or nothing; false when a signature has changed in the meantime. */
    public boolean enter(AuditEntry entry, Step... steps) {
        List<TransactWriteItem> parts = new ArrayList<>();
        for (Step step : steps) parts.add(part(step));
        parts.add(audit.part(steps[0].before().statement(), entry));
        for (int attempt = 1; ; attempt++) {
            try {
                client.transactWriteItems(r -> r.transactItems(parts));
                return true;
            } catch (TransactionCanceledException e) {
                if (isAbout(e, "ConditionalCheckFailed")) return false;
                if (!isAbout(e, "TransactionConflict") || attempt == Contention.MAX_ATTEMPTS) throw e;
                Contention.pause(attempt);
            }
        }
    }

    private TransactWriteItem part(Step step) {
        var unchanged = Unchanged.since(step.before());
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(signatures)
                        .item(SignatureSchema.SCHEMA.itemToMap(step.after(), true))
                        .conditionExpression(unchanged.expression())
                        .expressionAttributeNames(unchanged.names())
                        .expressionAttributeValues(unchanged.values())
                        .build())
                .build();
    }

    private static boolean isAbout(TransactionCanceledException refusal, String code) {
        return refusal.cancellationReasons().stream().anyMatch(reason -> code.equals(reason.code()));
    }

    /** A signature as it was seen, and as it shall be. */
    public record Step(Signature before, Signature after) {}
}
