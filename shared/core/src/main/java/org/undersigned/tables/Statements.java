package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Definition;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The table of statements; a found one is remembered for some seconds, so that signing costs no read of it. */
public final class Statements {
    /** How long a change of a definition may take to reach every running function. */
    public static final Duration FRESH = Duration.ofSeconds(10);

    private static final int MAX_REMEMBERED = 100;

    /** Earlier texts lie beside their statement, under an id that no statement can have. */
    private static final String TEXT = "#text#";

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new LinkedHashMap<>();

    public Statements(Env env) {
        client = env.dynamoDb();
        table = env.required("STATEMENTS_TABLE");
        clock = env.clock();
    }

    /** The statement as it is now or was up to {@link #FRESH} ago. */
    public Optional<Statement> find(String id) {
        synchronized (remembered) {
            Remembered known = remembered.get(id);
            if (known != null && clock.instant().isBefore(known.until())) return Optional.of(known.statement());
        }
        Optional<Statement> found = read(id);
        found.ifPresent(this::remember);
        return found;
    }

    /** The statement as it is now. */
    public Optional<Statement> read(String id) {
        // A key of more than 2,048 bytes would be an error of the table.
        if (id.length() > Statement.MAX_ID) return Optional.empty();
        var item = client.getItem(
                r -> r.tableName(table).key(Map.of("id", text(id))).consistentRead(true));
        return item.hasItem() && item.item().containsKey("definition")
                ? Optional.of(statement(item.item()))
                : Optional.empty();
    }

    /** All statements, in no order. */
    public Stream<Statement> all() {
        return client.scanPaginator(r -> r.tableName(table)).items().stream()
                .filter(item -> item.containsKey("definition"))
                .map(Statements::statement);
    }

    /**
     * Writes a statement over the revision before its own, its text under its version, in one transaction with the audit
     * entry; not when that revision was not there, or when a category of {@code unused} was used in the meantime.
     */
    public Put put(Statement statement, Set<String> unused, Tallies tallies, AuditEntry entry, Audit audit) {
        List<TransactWriteItem> parts = new ArrayList<>();
        parts.add(definition(statement));
        parts.add(texts(statement));
        parts.add(audit.part(statement.id(), entry));
        unused.forEach(category -> parts.add(tallies.unused(statement.id(), category)));
        try {
            client.transactWriteItems(r -> r.transactItems(parts));
            return Put.STORED;
        } catch (TransactionCanceledException e) {
            if (isRefused(e.cancellationReasons().getFirst())) return Put.STALE;
            if (e.cancellationReasons().stream().anyMatch(Statements::isRefused)) return Put.IN_USE;
            throw e;
        } finally {
            forget(statement.id());
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
                "id", text(statement.id()),
                "definition", text(Json.text(Definition.write(statement))),
                "textVersion", number(statement.textVersion()),
                "revision", number(statement.revision())));
        statement.closedAt().ifPresent(moment -> item.put("closedAt", text(moment.toString())));
        return item;
    }

    private TransactWriteItem texts(Statement statement) {
        Map<String, AttributeValue> item = Map.of(
                "id", text(statement.id() + TEXT + statement.textVersion()),
                "text", text(Json.text(statement.text())));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }

    private static boolean isRefused(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    private void remember(Statement statement) {
        synchronized (remembered) {
            if (remembered.size() >= MAX_REMEMBERED)
                remembered.remove(remembered.keySet().iterator().next());
            remembered.put(
                    statement.id(), new Remembered(statement, clock.instant().plus(FRESH)));
        }
    }

    private void forget(String id) {
        synchronized (remembered) {
            remembered.remove(id);
        }
    }

    private static Statement statement(Map<String, AttributeValue> item) {
        try {
            return Definition.read(
                    item.get("id").s(),
                    Json.object(item.get("definition").s()),
                    Integer.parseInt(item.get("textVersion").n()),
                    Integer.parseInt(item.get("revision").n()),
                    Optional.ofNullable(item.get("closedAt"))
                            .map(AttributeValue::s)
                            .map(Instant::parse));
        } catch (Json.Malformed e) {
            throw new IllegalStateException("the definition of a statement cannot be read", e);
        }
    }

    /** The outcome of writing a statement. */
    public enum Put {
        STORED,
        /** Somebody else has changed it. */
        STALE,
        IN_USE
    }

    private record Remembered(Statement statement, Instant until) {}
}
