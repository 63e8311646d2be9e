package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

        assertThat(counted(tooMany)).containsEntry("people", 3L);
        assertThat(counted(tooFew)).containsEntry("people", 4L);
        assertThat(reconcile(STILL)).isEqualTo(NOTHING);
    }

    @Test
    void whatIsCountedInACategoryThatIsNoMoreIsMended() {
        Journey journey = published(2);
        drift(journey, "abolished", 7);

        assertThat(reconcile(STILL)).isEqualTo(report(7, 1, 0));

        assertThat(counted(journey)).containsEntry("people", 2L).containsEntry("abolished", 0L);
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
        assertThat(counted(journey)).containsEntry("people", 8L);
        assertThat(counted(still)).containsEntry("people", 2L);
        assertThat(reconcile(STILL)).isEqualTo(report(6, 1, 0));
        assertThat(counted(journey)).containsEntry("people", 2L);
    }

    @Test
    void aCountThatOnlyLaggedIsNoDrift() {
        Journey journey = published(2);
        drift(journey, "people", -1);

        var night = CompletableFuture.supplyAsync(() -> reconcile(Duration.ofMillis(1_200)));
        Awaitility.await().pollDelay(Duration.ofMillis(600)).until(() -> true);
        drift(journey, "people", 1);

        assertThat(night.join()).isEqualTo(NOTHING);
        assertThat(counted(journey)).containsEntry("people", 2L);
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
        assertThat(counted(journey)).containsEntry("people", 2L);
        assertThat(journey.names("people")).doesNotContain("Hidden One");
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
                .containsEntry("TallyDrift", 3)
                .containsEntry("UnsettledTallies", 0)
                .containsKey("_aws");
    }

    private static Map<String, Object> reconcile(Duration still) {
        try {
            var env = OtherEnv.of(backend.env(), Map.of("QUIET_PERIOD", still.toString()));
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
        Backend.patiently().until(() -> counted(journey).getOrDefault("people", 0L) == people);
    }

    private static void drift(Journey journey, String category, long by) {
        new Tallies(backend.env()).repair(journey.statement(), category, by);
    }

    private static Map<String, Long> counted(Journey journey) {
        return new Tallies(backend.env()).categories(journey.statement());
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
