package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import org.undersigned.sortanew.SortAnewHandler;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

@OnlyOn(value = EMBEDDED, because = "it calls a function that has no route")
class SortAnewTest {
    private static final Backend BACKEND = Backend.alone();

    private final Journey journey = Journey.on(BACKEND, Map.of());

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void rowsOfEarlierRulesComeToThePlaceAndTheKeysOfToday() throws IOException {
        journey.publish(
                "people,Jane Doe PhD,,,,", "people,Łukasz Łoś,,,,", "people,Ann Lee,,,,", "people,Zed Zorn,,,,");
        asEarlier("Jane Doe PhD", "PhD", "phd  jane doe phd  aaaaaaaa");
        asEarlier("Łukasz Łoś", "Łoś", "łos  łukasz łos  bbbbbbbb");
        asEarlier("Ann Lee", "Lee", "lee  ann lee  cccccccc");
        assertThat(journey.names("people")).containsExactly("Ann Lee", "Jane Doe PhD", "Zed Zorn", "Łukasz Łoś");
        assertThat(found("Jane")).isEmpty();

        assertThat(sortAnew()).isEqualTo(List.of(4, 3));

        assertThat(journey.names("people")).containsExactly("Jane Doe PhD", "Ann Lee", "Łukasz Łoś", "Zed Zorn");
        assertThat(found("Jane")).containsExactly("Jane Doe PhD");
        assertThat(found("Lukasz")).containsExactly("Łukasz Łoś");
        assertThat(item("Jane Doe PhD")).containsEntry("sortAs", text("Doe"));
        assertThat(item("Ann Lee"))
                .containsEntry("sortKey", text("lee  ann lee  cccccccc"))
                .containsEntry("nameKey", text("ann lee  cccccccc"));
    }

    @Test
    void whatStandsWhereItWouldStandTodayIsNotWritten() throws IOException {
        journey.publish("people,Ann Lee,,,,", "people,Dirk van Dyke,,,,");
        asEarlier("Ann Lee", "Lee", "lee  ann lee  aaaaaaaa");
        assertThat(sortAnew()).isEqualTo(List.of(2, 1));
        List<Map<String, AttributeValue>> before = journey.items();

        assertThat(sortAnew()).isEqualTo(List.of(2, 0));

        assertThat(journey.items()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aWishIsKept() throws IOException {
        journey.publish("people,Sun Yat-sen Jr.,,,Sun,", "people,Maria Silva Santos,,,Silva Santos,");
        asEarlier("Sun Yat-sen Jr.", "Sun", "sun  sun yat sen jr  aaaaaaaa");
        asEarlier("Maria Silva Santos", "Silva Santos", "silva santos  maria silva santos  bbbbbbbb");

        sortAnew();

        assertThat(item("Sun Yat-sen Jr."))
                .containsEntry("sortAs", text("Sun"))
                .containsEntry("sortKey", text("sun  sun yat sen jr  aaaaaaaa"));
        assertThat(item("Maria Silva Santos"))
                .containsEntry("sortAs", text("Silva Santos"))
                .containsEntry("sortKey", text("silva santos  maria silva santos  bbbbbbbb"));
    }

    @Test
    void placesByArrivalStay() throws IOException {
        journey.publish("deputies,Zoë Lee PhD,,,,2020-01-01", "deputies,Ann Lee,,,,2020-01-01");
        Signer hidden = Signer.person("Cat Lee PhD").with("listed", false);
        journey.signAndConfirm(hidden);
        for (String name : List.of("Zoë Lee PhD", "Ann Lee", "Cat Lee PhD")) asEarlier(name, "x", sortKey(name));
        Map<String, String> before = sortKeys();

        assertThat(sortAnew()).isEqualTo(List.of(3, 3));

        assertThat(sortKeys()).isEqualTo(before);
        assertThat(journey.names("deputies")).containsExactly("Zoë Lee PhD", "Ann Lee");
        assertThat(item("Ann Lee")).containsKey("nameKey");
    }

    @Test
    void whatWaitsOrWasRejectedIsSortedForTheDayItIsPublished() throws IOException {
        Signer waiting = scholar("Ann Lee PhD");
        Signer rejected = scholar("Bo Lee PhD");
        Admin moderator = Admin.moderator(journey);
        for (Signer signer : List.of(waiting, rejected)) journey.signAndConfirm(signer);
        moderator.decide("reject", journey.id(rejected));
        asEarlier("Ann Lee PhD", "PhD", "phd  ann lee phd  aaaaaaaa");
        asEarlier("Bo Lee PhD", "PhD", "phd  bo lee phd  bbbbbbbb");

        assertThat(sortAnew()).isEqualTo(List.of(2, 2));

        assertThat(item("Ann Lee PhD")).containsEntry("sortKey", text("lee  ann lee phd  aaaaaaaa"));
        assertThat(item("Bo Lee PhD")).containsEntry("sortKey", text("lee  bo lee phd  bbbbbbbb"));
        moderator.decide("approve", journey.id(waiting));
        assertThat(journey.names("scholars")).containsExactly("Ann Lee PhD");
    }

    @Test
    void nobodyGetsAnEmailAndNothingIsCountedAnew() throws IOException {
        Signer ann = Signer.person("Ann Lee PhD");
        journey.signAndConfirm(ann);
        journey.awaitTotal(1);
        asEarlier("Ann Lee PhD", "PhD", "phd  ann lee phd  aaaaaaaa");

        assertThat(sortAnew()).isEqualTo(List.of(1, 1));
        journey.backend().settle();

        assertThat(journey.backend().mailsTo(ann.email())).hasSize(2);
        assertThat(journey.total()).isEqualTo(1);
    }

    @Test
    void aRunThatDiesInTheMiddleIsEndedByTheNext() throws IOException {
        String[] rows = new String[12];
        for (int i = 0; i < rows.length; i++) rows[i] = "people,Ann%c Lee%c PhD,,,,".formatted('a' + i, 'a' + i);
        journey.publish(rows);
        List<String> names = journey.names("people");
        for (String name : names) asEarlier(name, "PhD", sortKey(name).replaceFirst("^lee.", "phd"));
        Map<String, Object> first = call(journey.backend().run().handler("SortAnew"), Map.of("limit", 3));
        Object cursor = ((Map<?, ?>) first.get("next")).get("after");

        assertThatThrownBy(() -> dyingAfter(2, Map.of("limit", 10, "after", cursor)))
                .hasMessage("dead");

        long done =
                names.stream().filter(name -> item(name).containsKey("nameKey")).count();
        assertThat(done).isEqualTo(5);
        assertThat(sortAnew(Map.of("limit", 4, "after", cursor)).getLast()).isEqualTo(7);
        assertThat(sortAnew()).isEqualTo(List.of(12, 0));
        assertThat(journey.names("people")).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statement\": \"no-such-letter\"}",
                "{}",
                "{\"after\": \"elsewhere\"}",
                "{\"after\": 7}",
                "{\"limit\": 0}",
                "{\"limit\": 1001}",
                "{\"limit\": \"ten\"}"
            })
    void anEventThatCannotBeReadIsRefused(String event) throws IOException {
        Map<String, Object> asked = new HashMap<>(Json.object(event));
        if (asked.containsKey("after") || asked.containsKey("limit")) asked.put("statement", journey.statement());
        var invocation = new Invocation("SortAnew", journey.backend().run().handler("SortAnew"));
        assertThatThrownBy(() -> invocation.call(asked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be");
    }

    @Test
    void inTheLocalRunItIsCalledByItsOwnRoute() {
        journey.publish("people,Ann Lee PhD,,,,");
        asEarlier("Ann Lee PhD", "PhD", "phd  ann lee phd  aaaaaaaa");

        Api.Answer answer =
                journey.api().strayPost("/local/sort-anew", "{\"statement\": \"" + journey.statement() + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("changed", 1).containsEntry("next", null);
        assertThat(item("Ann Lee PhD")).containsEntry("sortAs", text("Lee"));
        assertThat(journey.api().strayPost("/local/sort-anew", "{").status()).isEqualTo(400);
    }

    /** As a version before the present one would have written it: sorted otherwise, and without further keys. */
    private void asEarlier(String name, String sortAs, String sortKey) {
        Map<String, AttributeValue> item = new HashMap<>(item(name));
        item.keySet().removeAll(List.of("nameKey", "familyKey"));
        item.put("sortKey", text(sortKey));
        item.put("sortAs", text(sortAs));
        journey.backend()
                .dynamoDb()
                .putItem(r -> r.tableName(journey.backend().env().required("SIGNATURES_TABLE"))
                        .item(item));
    }

    private Map<String, AttributeValue> item(String name) {
        return journey.items().stream()
                .filter(item -> item.get("name").s().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String sortKey(String name) {
        return item(name).get("sortKey").s();
    }

    private Map<String, String> sortKeys() {
        return journey.items().stream()
                .collect(Collectors.toMap(
                        item -> item.get("name").s(),
                        item -> item.get("sortKey").s()));
    }

    private List<String> found(String beginning) {
        return Journey.names(journey.api().get(journey.listPath("people") + "?startsWith=" + beginning));
    }

    /** Runs to the end, and answers how many were read and changed. */
    private List<Integer> sortAnew() throws IOException {
        return sortAnew(Map.of());
    }

    private List<Integer> sortAnew(Map<String, Object> from) throws IOException {
        int read = 0;
        int changed = 0;
        Object event = from;
        while (event instanceof Map<?, ?> next) {
            Map<String, Object> report = call(journey.backend().run().handler("SortAnew"), next);
            read += (int) report.get("read");
            changed += (int) report.get("changed");
            event = report.get("next");
        }
        return List.of(read, changed);
    }

    private Map<String, Object> call(RequestStreamHandler handler, Map<?, ?> event) throws IOException {
        Map<Object, Object> asked = new HashMap<>(event);
        asked.put("statement", journey.statement());
        return new Invocation("SortAnew", handler).call(asked);
    }

    /** A function whose writes fail for good after so many of them. */
    private void dyingAfter(int writes, Map<String, Object> event) throws IOException {
        try (DynamoDbClient client = DyingClient.after(writes, PutItemRequest.class, journey.backend())) {
            call(
                    new SortAnewHandler(
                            OtherEnv.of(journey.backend().env(), Map.of()).with(client)),
                    event);
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static Signer scholar(String name) {
        return Signer.person(name)
                .with("category", "scholars")
                .with("affiliation", "Queen’s University")
                .with("email", UUID.randomUUID() + "@example.org");
    }
}
