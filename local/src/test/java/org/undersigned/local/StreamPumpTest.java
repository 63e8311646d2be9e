package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undersigned.lambda.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class StreamPumpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static Database database;
    private static DynamoDbStreamsClient streams;

    @TempDir
    private Path folder;

    private final String table = "things-" + UUID.randomUUID();
    private final String streamArn = createTable();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final FailedBatches failed = FailedBatches.inMemory();
    private List<String> patterns = List.of();
    private int batchSize = 100;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = Database.start(List.of(), Optional.empty());
        streams = Endpoints.client(DynamoDbStreamsClient.builder(), database.endpoint());
    }

    @AfterAll
    static void stopDatabase() {
        streams.close();
        database.close();
    }

    @AfterEach
    void stopPumps() throws InterruptedException {
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(PATIENCE);
        }
    }

    @Test
    void changesComeInTheirOrder() {
        start(0, batch -> "");
        for (int i = 0; i < 30; i++) put("thing" + i, "new");
        awaitDelivered(30);
        assertThat(delivered()).containsExactlyElementsOf(numbered(30));
    }

    @Test
    void onlyWhatAFilterWantsComes() {
        patterns = List.of(
                "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":{\"state\":{\"S\":[\"wanted\"]}}}}",
                "{\"eventName\":[\"REMOVE\"]}");
        start(0, batch -> "");
        put("a", "wanted");
        put("b", "other");
        put("b", "wanted");
        put("c", "wanted");
        delete("b");
        awaitDelivered(3);
        assertThat(delivered()).containsExactly("a", "c", "b");
    }

    @Test
    void aBatchHoldsNoMoreThanTheSourceAllows() {
        for (int i = 0; i < 25; i++) put("thing" + i, "new");
        batchSize = 10;
        start(0, batch -> "");
        awaitDelivered(25);
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(10));
        assertThat(delivered()).containsExactlyElementsOf(numbered(25));
    }

    @Test
    void whatComesBeforeANamedFailureIsDoneAndTheRestComesAgain() {
        for (int i = 0; i < 5; i++) put("thing" + i, "new");
        start(3, batch -> batches.isEmpty() ? "thing3" : "");
        Awaitility.await().atMost(PATIENCE).until(() -> delivered().contains("thing4") && batches.size() >= 2);
        assertThat(batches.getFirst()).hasSize(5);
        assertThat(batches.subList(1, batches.size()).stream().flatMap(List::stream))
                .containsExactly("thing3", "thing4");
    }

    @Test
    void aBatchThatThrowsIsHalvedUntilOnlyTheCulpritIsLeftAndThatIsGivenUpAfterTheRetries() {
        for (int i = 0; i < 8; i++) put("thing" + i, "new");
        List<String> done = new CopyOnWriteArrayList<>();
        StreamPump pump = start(2, batch -> {
            if (batch.contains("thing5")) throw new IllegalStateException("a culprit");
            done.addAll(batch);
            return "";
        });
        Awaitility.await().atMost(PATIENCE).until(() -> done.contains("thing7"));
        assertThat(done).containsExactly("thing0", "thing1", "thing2", "thing3", "thing4", "thing6", "thing7");
        assertThat(pump.givenUp()).hasSize(1);
        assertThat(failed.all().values()).singleElement().asString().contains("thing5", "NewImage");
        assertThat(batches.stream().filter(List.of("thing5")::equals)).hasSize(3);
    }

    @Test
    void aNameThatIsInNoBatchFailsTheWholeBatch() {
        for (int i = 0; i < 2; i++) put("thing" + i, "new");
        StreamPump pump = start(1, batch -> "unknown");
        Awaitility.await().atMost(PATIENCE).until(() -> pump.givenUp().size() == 2);
        assertThat(delivered()).containsOnly("thing0", "thing1");
    }

    @Test
    void aFailureHoldsUpWhatComesAfterItUntilItIsDone() {
        batchSize = 1;
        for (int i = 0; i < 3; i++) put("thing" + i, "new");
        start(10, batch -> batches.size() < 3 ? batch.getFirst() : "");
        awaitDelivered(6);
        assertThat(delivered()).containsExactly("thing0", "thing0", "thing0", "thing0", "thing1", "thing2");
    }

    @Test
    void aPumpThatStartsAnewGoesOnWhereTheLastOneStopped() throws Exception {
        start(0, batch -> "");
        put("before", "new");
        awaitDelivered(1);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> checkpointFile().toFile().exists());
        stopPumps();
        put("between", "new");
        start(0, batch -> "");
        put("after", "new");
        awaitDelivered(3);
        assertThat(delivered()).containsExactly("before", "between", "after");
    }

    private StreamPump start(int retries, Function<List<String>, String> failing) {
        RequestStreamHandler handler = (in, out, context) -> {
            List<?> records = (List<?>) Json.object(in).get("Records");
            List<String> names = records.stream().map(StreamPumpTest::name).toList();
            String failure;
            try {
                failure = failing.apply(names);
            } finally {
                batches.add(names);
            }
            List<Map<String, String>> failures = new ArrayList<>();
            if (!failure.isEmpty())
                failures.add(Map.of(
                        "itemIdentifier",
                        names.contains(failure) ? number(records.get(names.indexOf(failure))) : failure));
            Json.write(Map.of("batchItemFailures", failures), out);
        };
        var source = new Template.StreamSource("Reader", table, batchSize, patterns, retries);
        var pump = new StreamPump(
                streams, database.writes(), streamArn, source, new Invocation("Reader", handler), checkpoint(), failed);
        threads.add(Thread.ofVirtual().start(pump));
        return pump;
    }

    private Checkpoint checkpoint() {
        try {
            return Checkpoint.open(Optional.of(checkpointFile()), () -> true);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path checkpointFile() {
        return folder.resolve("reached.json");
    }

    private void awaitDelivered(int number) {
        Awaitility.await().atMost(PATIENCE).until(() -> delivered().size() >= number);
    }

    private List<String> delivered() {
        return batches.stream().flatMap(List::stream).toList();
    }

    private static List<String> numbered(int number) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < number; i++) names.add("thing" + i);
        return names;
    }

    private static String name(Object event) {
        var keys = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) event).get("dynamodb")).get("Keys");
        return (String) ((Map<?, ?>) keys.get("name")).get("S");
    }

    private static String number(Object event) {
        return (String) ((Map<?, ?>) ((Map<?, ?>) event).get("dynamodb")).get("SequenceNumber");
    }

    private void put(String name, String state) {
        database.client()
                .putItem(r -> r.tableName(table)
                        .item(Map.of("name", AttributeValue.fromS(name), "state", AttributeValue.fromS(state))));
    }

    private void delete(String name) {
        database.client().deleteItem(r -> r.tableName(table).key(Map.of("name", AttributeValue.fromS(name))));
    }

    private String createTable() {
        return database.client()
                .createTable(r -> r.tableName(table)
                        .billingMode("PAY_PER_REQUEST")
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("name")
                                .attributeType("S")
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("name")
                                .keyType("HASH")
                                .build())
                        .streamSpecification(
                                s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
                .tableDescription()
                .latestStreamArn();
    }
}
