package org.undersigned.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.Count;
import org.undersigned.domain.CountPlace;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.domain.StatusChange;
import org.undersigned.domain.Totals;
import org.undersigned.domain.Waiting;
import org.undersigned.lambda.Json;

class EventTest {
    private static final Instant NOW = Instant.parse("2026-08-20T12:05:00.123456789Z");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 20);
    private static final String LONGEST = "x".repeat(Statement.MAX_ID);

    @Test
    void aChangeSurvivesItsJson() throws Json.Malformed {
        for (Status status : Status.values()) {
            var change = change("open-letter", "people", status);
            assertThat(StatusChange.read(Json.object(Json.text(change.json())))).isEqualTo(change);
        }
    }

    @Test
    void aStatusIsSpelledAsTheApiSpellsIt() {
        assertThat(Status.values())
                .extracting(status ->
                        Event.of(change("a", "b", status), totals(Map.of())).type())
                .containsExactly(
                        "signature.in-review", "signature.published", "signature.rejected", "signature.withdrawn");
    }

    @Test
    void totalsAreThoseOfTheStatementAndOfTheCategory() {
        var change = change("open-letter", "people", Status.PUBLISHED);
        assertThat(Event.of(change, totals(Map.of("people", 5L, "groups", 7L))).detail())
                .containsEntry("totals", Map.of("statement", 12L, "category", 5L));
        assertThat(Event.of(change, totals(Map.of())).detail())
                .containsEntry("totals", Map.of("statement", 0L, "category", 0L));
    }

    @Test
    void factsOfADayAndOfAThresholdHaveOneIdHoweverOftenTheyAreTold() {
        assertThat(Event.waiting("a", DAY, new Waiting(3, NOW), NOW).detail())
                .containsEntry("id", "a.waiting.2026-08-20")
                .containsEntry("since", NOW.toString());
        assertThat(Event.thresholdReached("a", 1000, 1003, NOW).detail())
                .containsEntry("id", "a.threshold-reached.1000")
                .containsEntry("total", 1003L);
    }

    /** PutEvents takes 256 KB at once ("Calculating PutEvents event entry size" of the EventBridge guide). */
    @Test
    void aFullBatchOfTheLongestIsFarBelowWhatTheBusTakes() {
        var longest = Event.of(change(LONGEST, LONGEST, Status.PUBLISHED), totals(Map.of(LONGEST, Long.MAX_VALUE)));
        int bytes = Json.text(longest.detail()).getBytes(StandardCharsets.UTF_8).length;
        assertThat((bytes + 200) * EventBus.BATCH).isLessThan(256 * 1024 / 10);
    }

    private static Totals totals(Map<String, Long> categories) {
        Map<Count.Tally, Map<String, Long>> tallies = new HashMap<>();
        categories.forEach((category, total) -> CountPlace.published("open-letter", category, DAY, true)
                .steps(total)
                .forEach(step -> tallies.computeIfAbsent(step.tally(), _ -> new HashMap<>())
                        .merge(step.number(), step.by(), Long::sum)));
        return new Totals(tallies);
    }

    private static StatusChange change(String statement, String category, Status status) {
        return new StatusChange("c".repeat(40), "s".repeat(120), statement, category, status, 2, DAY, NOW);
    }
}
