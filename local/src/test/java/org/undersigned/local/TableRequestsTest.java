package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class TableRequestsTest {
    private static final List<Template.Table> TABLES =
            Template.read(Project.root().resolve("template.yaml")).tables();

    @Test
    void aKeyIsFoundAsLongAsItsItemIsThere() throws Exception {
        try (var database = Database.start(TABLES, Optional.empty())) {
            DynamoDbClient client = database.client();
            assertThat(isThere(client, "a")).isFalse();

            putNew(client, "a");

            assertThat(isThere(client, "a")).isTrue();
            assertThatThrownBy(() -> putNew(client, "a")).isInstanceOf(ConditionalCheckFailedException.class);
            assertThatThrownBy(() -> client.transactWriteItems(r -> r.transactItems(newOne("b"), newOne("a"))))
                    .isInstanceOf(TransactionCanceledException.class);
            assertThat(isThere(client, "b")).isFalse();
            client.deleteItem(r -> r.tableName("Tallies").key(key("a")));
            assertThat(isThere(client, "a")).isFalse();
            client.transactWriteItems(r -> r.transactItems(newOne("b"), newOne("a")));
            assertThat(isThere(client, "a")).isTrue();
        }
    }

    @Test
    void whatAnEarlierRunHasWrittenIsFound(@TempDir Path folder) throws Exception {
        try (var database = Database.start(TABLES, Optional.of(folder))) {
            putNew(database.client(), "a");
        }

        try (var database = Database.start(TABLES, Optional.of(folder))) {
            assertThat(isThere(database.client(), "a")).isTrue();
            assertThatThrownBy(() -> putNew(database.client(), "a"))
                    .isInstanceOf(ConditionalCheckFailedException.class);
        }
    }

    private static void putNew(DynamoDbClient client, String tally) {
        client.putItem(
                r -> r.tableName("Tallies").item(key(tally)).conditionExpression("attribute_not_exists(statement)"));
    }

    private static TransactWriteItem newOne(String tally) {
        return TransactWriteItem.builder()
                .put(p ->
                        p.tableName("Tallies").item(key(tally)).conditionExpression("attribute_not_exists(statement)"))
                .build();
    }

    private static boolean isThere(DynamoDbClient client, String tally) {
        return client.getItem(r -> r.tableName("Tallies").key(key(tally))).hasItem();
    }

    private static Map<String, AttributeValue> key(String tally) {
        return Map.of("statement", AttributeValue.fromS("s"), "tally", AttributeValue.fromS(tally));
    }
}
