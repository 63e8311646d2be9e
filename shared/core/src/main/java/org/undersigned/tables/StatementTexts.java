package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.text.Paragraphs;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The texts of statements: each version, and what it renders to, in items of their own beside the statement's, under
 * ids that no statement can have, so that neither makes an item too large or is read for nothing.
 */
public final class StatementTexts {
    private static final String TEXT = "#text#";
    private static final String HTML = "#html#";
    private static final int MAX_REMEMBERED = 20;

    private final DynamoDbClient client;
    private final String table;
    private final Map<String, Map<String, String>> remembered = new LinkedHashMap<>();

    public StatementTexts(Env env) {
        client = env.dynamoDb();
        table = env.required("STATEMENTS_TABLE");
    }

    /** A version of the text; empty when there is none. */
    public Optional<Version> find(String statement, int version) {
        return item(statement + TEXT + version)
                .map(item -> new Version(
                        version,
                        texts(item.get("text")),
                        item(statement + HTML + version)
                                .map(html -> texts(html.get("html")))
                                .orElse(Map.of()),
                        Optional.ofNullable(item.get("changedAt")).map(at -> Instant.parse(at.s()))));
    }

    /**
     * What a version of the text renders to, by language. A text that was put before texts were rendered is shown in
     * plain paragraphs until it is put again; of an earlier such version there is nothing.
     */
    public Map<String, String> html(Statement statement, int version) {
        String id = statement.id() + HTML + version;
        synchronized (remembered) {
            if (remembered.containsKey(id)) return remembered.get(id);
        }
        Optional<Map<String, String>> found = item(id).map(item -> texts(item.get("html")));
        found.ifPresent(html -> remember(id, html));
        return found.orElseGet(() -> version == statement.textVersion() ? paragraphs(statement.text()) : Map.of());
    }

    /** What is written with an edition. */
    static List<TransactWriteItem> written(String table, Edition edition) {
        Statement statement = edition.statement();
        List<TransactWriteItem> parts = new ArrayList<>();
        parts.add(put(table, Map.of("id", text(key(statement, HTML)), "html", text(Json.text(edition.html())))));
        edition.newTextAt()
                .ifPresent(at -> parts.add(put(
                        table,
                        Map.of(
                                "id", text(key(statement, TEXT)),
                                "text", text(Json.text(statement.text())),
                                "changedAt", text(at.toString())))));
        return parts;
    }

    static List<TransactWriteItem> deleted(String table, Statement statement) {
        return Stream.of(TEXT, HTML)
                .map(kind -> TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(table).key(Map.of("id", text(key(statement, kind)))))
                        .build())
                .toList();
    }

    private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }

    private static String key(Statement statement, String kind) {
        return statement.id() + kind + statement.textVersion();
    }

    private Optional<Map<String, AttributeValue>> item(String id) {
        var found = client.getItem(
                r -> r.tableName(table).key(Map.of("id", text(id))).consistentRead(true));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }

    private void remember(String id, Map<String, String> html) {
        synchronized (remembered) {
            if (remembered.size() >= MAX_REMEMBERED)
                remembered.remove(remembered.keySet().iterator().next());
            remembered.put(id, html);
        }
    }

    private static Map<String, String> texts(AttributeValue json) {
        try {
            Map<String, String> texts = new LinkedHashMap<>();
            Json.object(json.s()).forEach((language, text) -> texts.put(language, (String) text));
            return texts;
        } catch (Json.Malformed e) {
            throw new IllegalStateException("a text of a statement cannot be read", e);
        }
    }

    private static Map<String, String> paragraphs(Map<String, String> texts) {
        Map<String, String> html = new LinkedHashMap<>();
        texts.forEach((language, text) -> html.put(language, Paragraphs.html(text)));
        return html;
    }

    /** A version of a statement's text by language, what it renders to, and since when it is there, if that is known. */
    public record Version(
            int version, Map<String, String> text, Map<String, String> html, Optional<Instant> changedAt) {}
}
