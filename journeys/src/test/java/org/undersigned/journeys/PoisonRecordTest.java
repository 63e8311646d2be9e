package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnlyOn(value = EMBEDDED, because = "it looks into the local run's bucket, and spoils it")
class PoisonRecordTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Backend backend;
    private Journey journey;

    @BeforeEach
    void start() {
        backend = Backend.alone();
        journey = Journey.on(backend, Map.of());
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void aSignatureThatCannotBeCountedHoldsUpNoOtherAndIsPutAsideWhole() {
        String poison = UUID.randomUUID().toString();
        put("SIGNATURES_TABLE", Map.of("signer", poison, "capacity", "person", "status", "PUBLISHED"));
        journey.confirm(journey.sign(Signer.person("Ann Lee"), 1));
        Awaitility.await().atMost(PATIENCE).until(() -> journey.total() == 1);
        assertThat(failed()).singleElement().satisfies(batch -> {
            assertThat(batch.get("requestContext").toString()).contains(":function:Tally:live");
            assertThat((String) batch.get("payload")).contains(poison, "NewImage", "SequenceNumber");
        });
    }

    @Test
    void aRequestWhoseEmailCannotBeFoundHoldsUpNoOtherAndIsPutAsideWhole() {
        put("SIGNATURES_TABLE", Map.of("signer", "poison", "capacity", "person", "owed", "receipt-1"));
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> backend.mailsTo(ann.email()).size() == 1);
        Awaitility.await().atMost(PATIENCE).until(() -> failed().size() == 1);
        assertThat((String) failed().getFirst().get("payload")).contains("poison", "receipt-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{}", "{\"status\": \"unheard-of\"}"})
    void aChangeThatCannotBeToldHoldsUpNoOtherAndIsPutAsideWhole(String change) {
        put("TALLIES_TABLE", Map.of("statement", "event#poison", "tally", "mark", "change", change));
        journey.confirm(journey.sign(Signer.person("Ann Lee"), 1));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> backend.events(journey.statement(), "signature.published")
                                .size()
                        == 1);
        Awaitility.await().atMost(PATIENCE).until(() -> failed().size() == 1);
        assertThat(failed().getFirst().get("requestContext").toString()).contains(":function:AnnounceChanges:live");
        assertThat((String) failed().getFirst().get("payload")).contains("event#poison");
    }

    @Test
    void whatIsPutAsideStaysThereWhenItIsPlayedAgainInVain() {
        put("SIGNATURES_TABLE", Map.of("signer", "poison", "capacity", "person", "status", "PUBLISHED"));
        Awaitility.await().atMost(PATIENCE).until(() -> failed().size() == 1);
        assertThat(replay()).isEqualTo(Map.of("done", 0, "left", 1));
        assertThat(failed()).hasSize(1);
    }

    @Test
    void whatIsPlayedAgainIsToldAndLeftToReconcileToCount() throws Exception {
        Map<String, Object> event = new HashMap<>(StreamChange.signed(journey.statement())
                .listed(journey.statement() + "#people")
                .event());
        event.put("replayed", true);
        new Invocation("Tally", backend.run().handler("Tally")).call(Map.of("Records", List.of(event)));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> backend.events(journey.statement(), "signature.published")
                                .size()
                        == 1);
        assertThat(journey.total()).isZero();
    }

    private void put(String table, Map<String, String> texts) {
        Map<String, AttributeValue> item = new HashMap<>();
        texts.forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
        backend.dynamoDb()
                .putItem(r -> r.tableName(backend.env().required(table)).item(item));
    }

    private List<Map<String, Object>> failed() {
        return backend.run().failedBatches().all().values().stream()
                .map(PoisonRecordTest::json)
                .toList();
    }

    private Map<String, Object> replay() {
        return json(journey.api().strayPost("/local/replay", "{}").body());
    }

    private static Map<String, Object> json(String text) {
        try {
            return Json.object(text);
        } catch (Json.Malformed e) {
            throw new AssertionError(text, e);
        }
    }
}
