package org.undersigned.tables;

import static org.undersigned.tables.Values.number;
import static org.undersigned.tables.Values.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.BlockList;
import org.undersigned.domain.Blocks;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The block lists of statements, each in an item beside its statement's, under an id that no statement can have: no
 * function that answers the public a definition reads it.
 */
public final class BlockTable {
    private static final String BLOCKS = "#blocks";
    private static final String ENTRIES = "blocks";

    private final DynamoDbClient client;
    private final String table;

    public BlockTable(Env env) {
        client = env.dynamoDb();
        table = env.required("STATEMENTS_TABLE");
    }

    /** The lists as they are now. */
    public Blocks read(String statement) {
        var found = client.getItem(r -> r.tableName(table).key(key(statement)).consistentRead(true));
        return found.hasItem() ? blocks(found.item()) : Blocks.NONE;
    }

    /** Writes the lists over the revision before their own, with the audit entry; false when that was not there. */
    public boolean put(String statement, Blocks blocks, AuditEntry entry, Audit audit) {
        TransactWriteItem lists = TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(table).item(item(statement, blocks));
                    if (blocks.revision() == 1) put.conditionExpression("attribute_not_exists(id)");
                    else
                        put.conditionExpression("revision = :before")
                                .expressionAttributeValues(Map.of(":before", number(blocks.revision() - 1)));
                })
                .build();
        return write(lists, statement, entry, audit);
    }

    /** Deletes the lists as they were seen, with the audit entry; false when they are not that any more. */
    public boolean drop(String statement, Blocks seen, AuditEntry entry, Audit audit) {
        TransactWriteItem lists = TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(key(statement))
                        .conditionExpression("revision = :seen")
                        .expressionAttributeValues(Map.of(":seen", number(seen.revision()))))
                .build();
        return write(lists, statement, entry, audit);
    }

    private boolean write(TransactWriteItem lists, String statement, AuditEntry entry, Audit audit) {
        try {
            client.transactWriteItems(r -> r.transactItems(lists, audit.part(statement, entry)));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().noneMatch(Statements::isRace)) throw e;
            return false;
        }
    }

    static TransactWriteItem deleted(String table, String statement) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key(statement)))
                .build();
    }

    static Map<String, AttributeValue> key(String statement) {
        return Map.of("id", text(statement + BLOCKS));
    }

    private static Map<String, AttributeValue> item(String statement, Blocks blocks) {
        Map<String, Object> lists = new LinkedHashMap<>();
        for (BlockList list : BlockList.values()) lists.put(list.label(), List.copyOf(blocks.of(list)));
        return Map.of(
                "id", text(statement + BLOCKS), ENTRIES, text(Json.text(lists)), "revision", number(blocks.revision()));
    }

    static boolean isBlocks(Map<String, AttributeValue> item) {
        return item.containsKey(ENTRIES);
    }

    static Blocks blocks(Map<String, AttributeValue> item) {
        try {
            Map<String, Object> lists = Json.object(item.get(ENTRIES).s());
            Map<BlockList, SortedSet<String>> entries = new EnumMap<>(BlockList.class);
            for (BlockList list : BlockList.values()) {
                List<String> values = new ArrayList<>();
                ((List<?>) lists.get(list.label())).forEach(value -> values.add((String) value));
                entries.put(list, new TreeSet<>(values));
            }
            return new Blocks(entries, Integer.parseInt(item.get("revision").n()));
        } catch (Json.Malformed e) {
            throw new IllegalStateException("the block lists of a statement cannot be read", e);
        }
    }
}
