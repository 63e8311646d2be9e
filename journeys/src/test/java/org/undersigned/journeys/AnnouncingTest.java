package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undersigned.announcechanges.AnnounceChangesHandler;
import org.undersigned.announcewaiting.AnnounceWaitingHandler;
import org.undersigned.domain.CountPlace;
import org.undersigned.lambda.Json;
import org.undersigned.local.Endpoints;
import org.undersigned.local.Inbox;
import org.undersigned.local.Invocation;
import org.undersigned.tables.Tallies;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** That nothing is lost, and nothing told twice without need, whatever the bus and the stream do. */
@OnlyOn(
        value = {EMBEDDED, TESTCONTAINERS},
        because = "it calls handlers in this process with clients of its own")
class AnnouncingTest {
    private final Backend backend = Backend.get();
    private final ScriptedBus bus = new ScriptedBus();

    @Test
    void aBusThatCannotBeReachedLosesNoEvent() throws IOException {
        List<Map<String, Object>> marks = marks("none", 3);
        try (EventBridgeClient lost =
                Endpoints.client(EventBridgeClient.builder(), Endpoints.at(Endpoints.freePort()))) {
            assertThat(deliver(lost, marks)).containsExactly("0");
        }
        assertThat(deliver(bus, marks)).isEmpty();
        assertThat(bus.taken()).containsExactly("0", "1", "2");
    }

    @Test
    void whatTheBusRefusesIsPutAgainAlone() throws IOException {
        bus.refusing(Set.of(1, 7)).refusing(Set.of(1));
        assertThat(deliver(bus, marks("none", 12))).isEmpty();
        assertThat(bus.taken()).containsExactly("0", "2", "3", "4", "5", "6", "8", "9", "1", "7", "10", "11");
        assertThat(bus.sizes()).containsExactly(10, 2, 1, 2);
    }

    @Test
    void whatTheBusRefusesForLongFailsTheBatchFromThereOn() throws IOException {
        List<Map<String, Object>> marks = marks("none", 25);
        bus.refusing(Set.of())
                .refusing(Set.of(3, 5))
                .refusing(Set.of(0, 1))
                .refusing(Set.of(0))
                .refusing(Set.of(0));
        assertThat(deliver(bus, marks)).containsExactly("13");
        assertThat(deliver(bus, marks.subList(13, 25))).isEmpty();
        assertThat(bus.taken())
                .contains(IntStream.range(0, 25).mapToObj(String::valueOf).toArray(String[]::new));
    }

    @Test
    void anUnreadableMarkIsPutAsideAndAllOthersAreTold() throws IOException {
        List<Map<String, Object>> marks = new ArrayList<>(marks("none", 5));
        for (String torn : List.of("not JSON", "{}", "[]")) {
            marks.set(2, mark(2, torn));
            assertThat(deliver(bus, marks)).isEmpty();
        }
        assertThat(bus.taken()).containsExactly("0", "1", "3", "4", "0", "1", "3", "4", "0", "1", "3", "4");
    }

    @Test
    void theSameFactHasTheSameIdHoweverOftenItIsTold() throws IOException {
        List<Map<String, Object>> marks = marks("none", 4);
        deliver(bus, marks);
        deliver(bus, marks.reversed());
        assertThat(bus.taken()).containsExactly("0", "1", "2", "3", "3", "2", "1", "0");
    }

    @Test
    void aThresholdIsToldAgainOnlyAfterACrashBeforeItWasNoted() throws IOException {
        String statement = backend.newStatement(Map.of("\"text\"", "\"thresholds\": [3, 10], \"text\""));
        CountPlace.published(statement, "people", LocalDate.parse(StreamChange.DAY), true)
                .steps(12)
                .forEach(step -> new Tallies(backend.env()).repair(step.tally(), Map.of(step.number(), step.by())));
        List<Map<String, Object>> marks = marks(statement, 2);
        List<String> both = List.of(statement + ".threshold-reached.3", statement + ".threshold-reached.10");

        bus.refusing(Set.of());
        for (int i = 0; i < 4; i++) bus.refusing(Set.of(0));
        assertThat(deliver(bus, marks)).containsExactly("0");
        assertThat(bus.taken()).containsExactly(both.getFirst());

        assertThat(deliver(bus, marks)).isEmpty();
        assertThat(deliver(bus, marks.reversed())).isEmpty();
        assertThat(bus.taken()).filteredOn(id -> id.length() > 1).isEqualTo(both);

        forget(statement, "threshold#10");
        assertThat(deliver(bus, marks)).isEmpty();
        assertThat(bus.taken())
                .filteredOn(id -> id.length() > 1)
                .containsExactly(both.getFirst(), both.getLast(), both.getLast());
    }

    @Test
    void whatWaitsIsToldOnceADayAndItsOrganiserGetsOneEmail() throws IOException {
        String address = "organiser-" + UUID.randomUUID() + "@example.org";
        Journey journey = Journey.start(Map.of(
                "\"text\"", "\"organiser\": {\"name\": \"The League\", \"email\": \"" + address + "\"}, \"text\""));
        announceWaiting(bus);
        assertThat(ofStatement(journey)).isEmpty();

        for (String name : List.of("Ann Lee", "Bob Lee"))
            journey.signAndConfirm(
                    Signer.person(name).with("category", "scholars").with("affiliation", "PEN"));
        announceWaiting(backend.env().client(EventBridgeClient.builder()));
        Inbox.Received mail = backend.mail(address, 1);
        announceWaiting(bus);

        assertThat(ofStatement(journey)).isEmpty();
        assertThat(backend.events(journey.statement(), "statement.waiting"))
                .singleElement()
                .satisfies(detail -> {
                    assertThat(detail.get("waiting")).isEqualTo(2);
                    assertThat(detail.get("id")).isEqualTo(journey.statement() + ".waiting." + detail.get("day"));
                });
        assertThat(mail.subject()).isEqualTo("Signatures wait for review: Open letter");
        assertThat(mail.text())
                .contains("There are 2.", "The oldest has waited since ")
                .doesNotContain("Lee");
        backend.settle();
        assertThat(backend.mailsTo(address)).hasSize(1);

        // Whoever reads that mailbox can end it.
        backend.api().press(Links.refusal(mail), Map.of("refuse", true, "silence", true));
        forget(journey.statement(), "waiting#" + day(journey));
        announceWaiting(bus);
        assertThat(ofStatement(journey)).hasSize(1);
        backend.settle();
        assertThat(backend.mailsTo(address)).hasSize(1);
    }

    private String day(Journey journey) {
        return (String) backend.events(journey.statement(), "statement.waiting")
                .getFirst()
                .get("day");
    }

    private List<String> ofStatement(Journey journey) {
        return bus.taken().stream()
                .filter(id -> id.startsWith(journey.statement()))
                .toList();
    }

    private void announceWaiting(EventBridgeClient to) throws IOException {
        new Invocation(
                        "AnnounceWaiting",
                        new AnnounceWaitingHandler(
                                OtherEnv.of(backend.env(), Map.of()).with(to)))
                .call(Map.of());
    }

    private void forget(String statement, String tally) {
        backend.dynamoDb()
                .deleteItem(r -> r.tableName(backend.env().required("TALLIES_TABLE"))
                        .key(Map.of(
                                "statement",
                                AttributeValue.fromS("told#" + statement),
                                "tally",
                                AttributeValue.fromS(tally))));
    }

    private Set<String> deliver(EventBridgeClient to, List<Map<String, Object>> marks) throws IOException {
        return new Invocation(
                        "AnnounceChanges",
                        new AnnounceChangesHandler(
                                OtherEnv.of(backend.env(), Map.of()).with(to)))
                .callBatch(Map.of("Records", marks));
    }

    /** The facts' ids and the records' numbers are 0, 1, 2 and so on. */
    private static List<Map<String, Object>> marks(String statement, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> mark(
                        i,
                        Json.text(Map.of(
                                "id",
                                Integer.toString(i),
                                "signature",
                                "signer.person",
                                "statement",
                                statement,
                                "category",
                                "people",
                                "status",
                                "published",
                                "version",
                                1,
                                "signedOn",
                                StreamChange.DAY,
                                "since",
                                StreamChange.DAY + "T12:00:00Z"))))
                .toList();
    }

    private static Map<String, Object> mark(int number, String change) {
        return Map.of(
                "eventID",
                "mark-" + number,
                "eventName",
                "INSERT",
                "dynamodb",
                Map.of("SequenceNumber", Integer.toString(number), "NewImage", Map.of("change", Map.of("S", change))));
    }
}
