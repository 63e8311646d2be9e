package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@Timeout(20)
class WritesTest {
    private static final Duration MEANWHILE = Duration.ofMillis(200);

    @Test
    void whoHasMissedAWriteDoesNotWaitForIt() throws InterruptedException {
        Writes writes = Writes.told();
        long seen = writes.number("Things");
        writes.add("Things");
        assertThat(waiting(writes, seen)).isLessThan(MEANWHILE);
    }

    @Test
    void whoWaitsIsBackWhenSomethingIsWritten() throws InterruptedException {
        Writes writes = Writes.told();
        Thread writer = Thread.ofVirtual().start(() -> writes.add("Things"));
        assertThat(waiting(writes, 0)).isLessThan(MEANWHILE);
        writer.join();
    }

    @Test
    void whatIsWrittenToAnotherTableWakesNobody() throws InterruptedException {
        Writes writes = Writes.told();
        writes.add("Other");
        assertThat(waiting(writes, 0)).isGreaterThan(MEANWHILE);
    }

    @Test
    void whereNobodyTellsTheWaitIsShort() throws InterruptedException {
        Writes writes = Writes.unknown();
        assertThat(waiting(writes, writes.number("Things"))).isLessThan(MEANWHILE);
    }

    @Test
    void everyWayToWriteIsTold() throws Exception {
        var things = new Template.Table("Things", List.of("name"), List.of(), Optional.empty());
        try (Database database = Database.start(List.of(things), Optional.empty())) {
            var client = database.client();
            var key = Map.of("name", AttributeValue.fromS("a"));
            client.putItem(r -> r.tableName("Things").item(key));
            client.updateItem(r -> r.tableName("Things").key(key));
            client.deleteItem(r -> r.tableName("Things").key(key));
            client.batchWriteItem(r -> r.requestItems(Map.of(
                    "Things",
                    List.of(WriteRequest.builder().putRequest(p -> p.item(key)).build()))));
            client.transactWriteItems(r -> r.transactItems(TransactWriteItem.builder()
                    .update(u -> u.tableName("Things").key(key).updateExpression("REMOVE part"))
                    .build()));
            client.transactWriteItems(r -> r.transactItems(TransactWriteItem.builder()
                    .delete(d -> d.tableName("Things").key(key))
                    .build()));
            client.transactWriteItems(r -> r.transactItems(TransactWriteItem.builder()
                    .put(p -> p.tableName("Things").item(key))
                    .build()));
            client.getItem(r -> r.tableName("Things").key(key));

            assertThat(database.writes().number("Things")).isEqualTo(7);
        }
    }

    private static Duration waiting(Writes writes, long seen) throws InterruptedException {
        long before = System.nanoTime();
        writes.awaitMoreThan(seen, "Things");
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
