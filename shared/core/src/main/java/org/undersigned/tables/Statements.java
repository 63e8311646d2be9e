package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Category;
import org.undersigned.domain.Definition;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.lambda.RecentlyRead;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The table of statements; a found one is remembered for some seconds, so that signing costs no read of it. */
public final class Statements {
    /** How long a change of a definition may take to reach every running function. */
    public static final Duration FRESH = Duration.ofSeconds(10);

    private static final int MOST = 100;
    private static final String DEFINITION = "definition";

    private final DynamoDbClient client;
    private final String table;
    private final RecentlyRead<String, Statement> recent;

    public Statements(Env env) {
        client = env.dynamoDb();
        table = env.required("STATEMENTS_TABLE");
        recent = recentlyRead(env);
    }

    /** What is read of statements for {@link #FRESH}, by their ids. */
    static <V> RecentlyRead<String, V> recentlyRead(Env env) {
        return new RecentlyRead<>(env.clock(), FRESH, MOST, _ -> 1);
    }

    /** The statement as it is now or was up to {@link #FRESH} ago; a draft as it is now. */
    public Optional<Statement> find(String id) {
        Optional<Statement> known = recent.find(id);
        if (known.isPresent()) return known;
        Optional<Statement> found = read(id);
        found.filter(statement -> !statement.isDraft()).ifPresent(statement -> recent.remember(id, statement));
        return found;
    }

    /** The same for the public, to whom a draft is not there. */
    public Optional<Statement> findPublic(String id) {
        return find(id).filter(statement -> !statement.isDraft());
    }

    /** The statement as it is now. */
    public Optional<Statement> read(String id) {
        // A key of more than 2,048 bytes would be an error of the table.
        if (id.length() > Statement.MAX_ID) return Optional.empty();
        var item = client.getItem(
                r -> r.tableName(table).key(Map.of("id", text(id))).consistentRead(true));
        return of(item.item());
    }

    /** All statements, in no order. */
    public Stream<Statement> all() {
        return client.scanPaginator(r -> r.tableName(table)).items().stream().flatMap(item -> of(item).stream());
    }

    /**
     * Writes a statement over the revision before its own, its text under its version where that is new, in one
     * transaction with the audit entry; not when that revision was not there, or when a category of {@code unused} was
     * used in the meantime.
     */
    public Outcome put(Edition edition, Set<String> unused, Tallies tallies, AuditEntry entry, Audit audit) {
        Statement statement = edition.statement();
        List<TransactWriteItem> parts = new ArrayList<>();
        parts.add(definition(statement));
        parts.addAll(StatementTexts.written(table, edition));
        return write(statement, parts, unused, tallies, entry, audit);
    }

    /**
     * Deletes a statement that has the revision of this one, its text and its block lists, in one transaction with the audit entry; not
     * when a category was ever used.
     */
    public Outcome delete(Statement statement, Tallies tallies, AuditEntry entry, Audit audit) {
        List<TransactWriteItem> parts = new ArrayList<>();
        parts.add(TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(Map.of("id", text(statement.id())))
                        .conditionExpression("revision = :seen")
                        .expressionAttributeValues(Map.of(":seen", number(statement.revision()))))
                .build());
        parts.addAll(StatementTexts.deleted(table, statement));
        parts.add(BlockTable.deleted(table, statement.id()));
        Set<String> all = statement.categories().stream().map(Category::id).collect(Collectors.toSet());
        return write(statement, parts, all, tallies, entry, audit);
    }

    /** The first part stands for the revision. */
    private Outcome write(
            Statement statement,
            List<TransactWriteItem> parts,
            Set<String> unused,
            Tallies tallies,
            AuditEntry entry,
            Audit audit) {
        parts.add(audit.part(statement.id(), entry));
        unused.forEach(category -> parts.add(tallies.unused(statement.id(), category)));
        try {
            client.transactWriteItems(r -> r.transactItems(parts));
            return Outcome.DONE;
        } catch (TransactionCanceledException e) {
            if (isRefused(e.cancellationReasons().getFirst())) return Outcome.STALE;
            if (e.cancellationReasons().stream().anyMatch(Statements::isRefused)) return Outcome.IN_USE;
            throw e;
        } finally {
            recent.forget(statement.id());
        }
    }

    private TransactWriteItem definition(Statement statement) {
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(table).item(item(statement));
                    if (statement.revision() == 1) put.conditionExpression("attribute_not_exists(id)");
                    else
                        put.conditionExpression("revision = :before")
                                .expressionAttributeValues(Map.of(":before", number(statement.revision() - 1)));
                })
                .build();
    }

    static Map<String, AttributeValue> item(Statement statement) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "id",
                text(statement.id()),
                DEFINITION,
                text(Json.text(Definition.write(statement))),
                "textVersion",
                number(statement.textVersion()),
                "revision",
                number(statement.revision())));
        statement.closedAt().ifPresent(moment -> item.put("closedAt", text(moment.toString())));
        return item;
    }

    /** Somebody else was first, or is at it. */
    static boolean isRace(CancellationReason reason) {
        return isRefused(reason) || "TransactionConflict".equals(reason.code());
    }

    static boolean isRefused(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    /** Empty for what lies beside the statements: texts and block lists. */
    static Optional<Statement> of(Map<String, AttributeValue> item) {
        return item.containsKey(DEFINITION) ? Optional.of(statement(item)) : Optional.empty();
    }

    private static Statement statement(Map<String, AttributeValue> item) {
        try {
            return Definition.read(
                    item.get("id").s(),
                    Json.object(item.get(DEFINITION).s()),
                    Integer.parseInt(item.get("textVersion").n()),
                    Integer.parseInt(item.get("revision").n()),
                    Optional.ofNullable(item.get("closedAt"))
                            .map(AttributeValue::s)
                            .map(Instant::parse));
        } catch (Json.Malformed e) {
            throw new IllegalStateException("the definition of a statement cannot be read", e);
        }
    }

    /** What a change of a statement comes to. */
    public enum Outcome {
        DONE,
        /** Somebody else has changed it. */
        STALE,
        IN_USE
    }
}
