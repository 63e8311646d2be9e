package org.undersigned.tables;

import static org.undersigned.tables.Values.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.undersigned.domain.Blocks;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.RecentlyRead;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the public's forms meet: a statement and its block lists, read in one call and remembered for {@link
 * Statements#FRESH}, so that the lists cost no wait of their own.
 */
public final class Gates {
    private final DynamoDbClient client;
    private final String table;
    private final RecentlyRead<String, Gate> recent;

    public Gates(Env env) {
        client = env.dynamoDb();
        table = env.required("STATEMENTS_TABLE");
        recent = Statements.recentlyRead(env);
    }

    /** That of a statement as it is now or was up to {@link Statements#FRESH} ago; a draft has none. */
    public Optional<Gate> find(String statement) {
        Optional<Gate> known = recent.find(statement);
        if (known.isPresent()) return known;
        Optional<Gate> found = read(statement);
        found.ifPresent(gate -> recent.remember(statement, gate));
        return found;
    }

    private Optional<Gate> read(String statement) {
        // A key of more than 2,048 bytes would be an error of the table.
        if (statement.length() > Statement.MAX_ID) return Optional.empty();
        List<Map<String, AttributeValue>> items = Batch.read(
                        client, table, List.of(Map.of("id", text(statement)), BlockTable.key(statement)))
                .toList();
        Optional<Blocks> blocks = items.stream()
                .filter(BlockTable::isBlocks)
                .map(BlockTable::blocks)
                .findFirst();
        return items.stream()
                .filter(Predicate.not(BlockTable::isBlocks))
                .flatMap(item -> Statements.of(item).stream())
                .filter(found -> !found.isDraft())
                .map(found -> new Gate(found, blocks.orElse(Blocks.NONE).rules()))
                .findFirst();
    }

    /** A statement that is public, and whose requests it holds back. */
    public record Gate(Statement statement, Blocks.Rules rules) {}
}
