package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.almworks.sqlite4java.SQLiteConnection;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A stream forgets its records after a day; what is kept of how far it was read must not hide what comes then. */
class StreamAfterDaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Template.Table TABLE =
            new Template.Table("Things", List.of("name"), List.of(), Optional.of("NEW_AND_OLD_IMAGES"));

    @TempDir
    private Path folder;

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> lastEvent = new AtomicReference<>("");

    @Test
    void whatComesAfterDaysIsReadAndWhatWasReadBeforeAShortPauseIsNotReadAgain() throws Exception {
        runWith("first", "second", "third");
        runWith("soon after");
        letDaysPass(8);
        runWith("days after");
        assertThat(delivered).containsExactly("first", "second", "third", "soon after", "days after");
    }

    private void runWith(String... names) throws Exception {
        int expected = delivered.size() + names.length;
        Path reached = folder.resolve("reached.json");
        try (Database database = Database.start(List.of(TABLE), Optional.of(folder));
                var streams = Endpoints.client(DynamoDbStreamsClient.builder(), database.endpoint())) {
            String streamArn = database.client()
                    .describeTable(r -> r.tableName("Things"))
                    .table()
                    .latestStreamArn();
            Thread pump = Thread.ofVirtual()
                    .start(new StreamPump(
                            streams,
                            database.writes(),
                            streamArn,
                            new Template.StreamSource("Reader", "Things", 100, List.of(), 0),
                            new Invocation("Reader", handler()),
                            Checkpoint.open(Optional.of(reached), () -> true),
                            FailedBatches.inMemory()));
            for (String name : names)
                database.client().putItem(r -> r.tableName("Things").item(Map.of("name", AttributeValue.fromS(name))));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> delivered.size() >= expected
                            && Files.exists(reached)
                            && Files.readString(reached).contains(lastEvent.get()));
            pump.interrupt();
            pump.join(PATIENCE);
        }
    }

    private RequestStreamHandler handler() {
        return (in, out, context) -> {
            for (Object record : (List<?>) Json.object(in).get("Records")) {
                var keys = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) record).get("dynamodb")).get("Keys");
                lastEvent.set((String) ((Map<?, ?>) record).get("eventID"));
                delivered.add((String) ((Map<?, ?>) keys.get("name")).get("S"));
            }
            Json.write(Map.of("batchItemFailures", List.of()), out);
        };
    }

    private void letDaysPass(int days) throws Exception {
        var database =
                new SQLiteConnection(folder.resolve("shared-local-instance.db").toFile());
        try {
            database.open(false);
            for (String table : List.of("us", "ss", "sm"))
                database.exec("UPDATE " + table + " SET CreationDateTime = CreationDateTime - "
                        + Duration.ofDays(days).toMillis());
        } finally {
            database.dispose();
        }
    }
}
