package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.CountPlace;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Totals;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import org.undersigned.reconcile.ReconcileHandler;
import org.undersigned.tables.Tallies;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnlyOn(value = EMBEDDED, because = "it reconciles every statement, and nothing else may change them meanwhile")
class ReconcileTest {
    private static final Duration STILL = Duration.ofMillis(300);
    private static final Map<String, Object> NOTHING = report(0, 0, 0);
    private static Backend backend;

    @BeforeAll
    static void start() {
        backend = Backend.alone();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void countsThatAreRightAreLeftAsTheyAre() {
        published(3);
        Set<Map<String, AttributeValue>> before = tallies();
        assertThat(reconcile(STILL)).isEqualTo(NOTHING);
        assertThat(tallies()).isEqualTo(before);
    }

    @Test
    void whatIsCountedTooOftenOrTooSeldomIsMendedAndReported() {
        Journey tooMany = published(3);
        Journey tooFew = published(4);
        drift(tooMany, "people", 2);
        drift(tooFew, "people", -3);

        assertThat(reconcile(STILL)).isEqualTo(report(5, 2, 0));

        assertThat(people(tooMany)).isEqualTo(3);
        assertThat(people(tooFew)).isEqualTo(4);
        assertThat(reconcile(STILL)).isEqualTo(NOTHING);
    }

    @Test
    void whatIsCountedInACategoryThatIsNoMoreIsMended() {
        Journey journey = published(2);
        drift(journey, "abolished", 7);

        assertThat(reconcile(STILL)).isEqualTo(report(7, 1, 0));

        assertThat(people(journey)).isEqualTo(2);
        assertThat(counted(journey).published("abolished")).isZero();
    }

    @Test
    void aCategoryThatChangesMeanwhileIsLeftForTheNextNight() {
        Journey journey = published(2);
        Journey still = published(2);
        drift(journey, "people", 5);
        drift(still, "people", 1);

        var night = CompletableFuture.supplyAsync(() -> reconcile(Duration.ofMillis(1_200)));
        Awaitility.await().pollDelay(Duration.ofMillis(600)).until(() -> true);
        drift(journey, "people", 1);

        assertThat(night.join()).isEqualTo(report(1, 1, 1));
        assertThat(people(journey)).isEqualTo(8);
        assertThat(people(still)).isEqualTo(2);
        assertThat(reconcile(STILL)).isEqualTo(report(6, 1, 0));
        assertThat(people(journey)).isEqualTo(2);
    }

    @Test
    void aCountThatOnlyLaggedIsNoDrift() {
        Journey journey = published(2);
        drift(journey, "people", -1);

        var night = CompletableFuture.supplyAsync(() -> reconcile(Duration.ofMillis(1_200)));
        Awaitility.await().pollDelay(Duration.ofMillis(600)).until(() -> true);
        drift(journey, "people", 1);

        assertThat(night.join()).isEqualTo(NOTHING);
        assertThat(people(journey)).isEqualTo(2);
    }

    @Test
    void signaturesThatAreNotListedCount() {
        Journey journey = published(1);
        Signer hidden = Signer.person("Hidden One").with("listed", false);
        journey.sign(hidden);
        journey.api().press(Links.confirmation(backend.mail(hidden.email(), 1)));
        awaitCounted(journey, 2);
        assertThat(reconcile(STILL)).isEqualTo(NOTHING);

        drift(journey, "people", -2);

        assertThat(reconcile(STILL)).isEqualTo(report(2, 1, 0));
        assertThat(people(journey)).isEqualTo(2);
        assertThat(journey.names("people")).doesNotContain("Hidden One");
    }

    @Test
    void daysAreMendedWhereTheTotalIsRight() {
        Journey journey = published(3);
        drift(journey, "people", Map.of("d20", -1L, "d21", 1L));
        assertThat(people(journey)).isEqualTo(3);

        assertThat(reconcile(STILL)).isEqualTo(report(2, 1, 0));

        assertThat(counted(journey).days()).isEqualTo(Map.of("2026-08-20", Map.of("people", 3L)));
    }

    @Test
    void whatWaitsAndWhatIsUnlistedIsMended() {
        Journey journey = published(1);
        CountPlace scholars = CountPlace.in(Queue.IN_REVIEW, journey.statement(), "scholars");
        new Tallies(backend.env()).repair(scholars.tally(), Map.of("total", 4L));
        drift(journey, "people", Map.of("unlisted", 1L));

        assertThat(reconcile(STILL)).isEqualTo(report(5, 2, 0));

        assertThat(counted(journey).in(Queue.IN_REVIEW)).isEmpty();
        assertThat(counted(journey).unlisted("people")).isZero();
    }

    /** As after an update from tallies that lay otherwise. */
    @Test
    void whatWasNeverCountedIsCountedFromTheList() {
        Journey journey = published(3);
        backend.dynamoDb()
                .deleteItem(r -> r.tableName(backend.env().required("TALLIES_TABLE"))
                        .key(tallies().stream()
                                .filter(item -> item.get("statement").s().equals(journey.statement()))
                                .filter(item -> item.get("tally").s().startsWith("published#"))
                                .map(item -> Map.of("statement", item.get("statement"), "tally", item.get("tally")))
                                .findFirst()
                                .orElseThrow()));
        assertThat(people(journey)).isLessThan(3);
        reconcile(STILL);
        assertThat(people(journey)).isEqualTo(3);
    }

    @Test
    void driftBecomesAMetric() throws IOException {
        Journey journey = published(1);
        drift(journey, "people", 3);
        var log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            reconcile(STILL);
        } finally {
            System.setOut(out);
        }
        Map<String, Object> line = Json.object(log.toString(StandardCharsets.UTF_8));
        assertThat(line)
                .containsEntry("Stack", "staging")
                .containsEntry("TallyDrift", 3)
                .containsEntry("UnsettledTallies", 0)
                .containsKey("_aws");
    }

    private static Map<String, Object> reconcile(Duration still) {
        try {
            var env = OtherEnv.of(backend.env(), Map.of("QUIET_PERIOD", still.toString(), "STACK", "staging"));
            return new Invocation("Reconcile", new ReconcileHandler(env)).call(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> report(int drift, int repaired, int unsettled) {
        return Map.of("drift", drift, "repaired", repaired, "unsettled", unsettled);
    }

    /** A statement with so many people who have signed, all counted. */
    private static Journey published(int people) {
        var journey = new Journey(backend, backend.api(), backend.newStatement());
        String[] rows = new String[people];
        for (int i = 0; i < people; i++) rows[i] = "people,Ann Lee " + i + ",,,,2026-08-20";
        journey.publish(rows);
        awaitCounted(journey, people);
        return journey;
    }

    private static void awaitCounted(Journey journey, long people) {
        Backend.patiently().until(() -> people(journey) == people);
    }

    private static void drift(Journey journey, String category, long by) {
        drift(journey, category, Map.of("d20", by));
    }

    /** Numbers of the month in which all of these have signed. */
    private static void drift(Journey journey, String category, Map<String, Long> by) {
        CountPlace place = CountPlace.published(journey.statement(), category, LocalDate.parse("2026-08-20"), true);
        new Tallies(backend.env()).repair(place.tally(), by);
    }

    private static long people(Journey journey) {
        return counted(journey).published("people");
    }

    private static Totals counted(Journey journey) {
        return new Tallies(backend.env()).all(journey.statement());
    }

    private static Set<Map<String, AttributeValue>> tallies() {
        return new HashSet<>(backend
                .dynamoDb()
                .scanPaginator(r ->
                        r.tableName(backend.env().required("TALLIES_TABLE")).consistentRead(true))
                .items()
                .stream()
                .toList());
    }
}
