package org.undersigned.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.undersigned.domain.Category;
import org.undersigned.domain.Count;
import org.undersigned.domain.Count.Tally;
import org.undersigned.domain.CountPlace;
import org.undersigned.domain.Queue;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Published;
import org.undersigned.tables.ReviewIndex;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/**
 * Compares each tally with the index it counts, day by day. A difference is drift only where both stand still over some
 * time; where signatures come in, tallies lag for a moment by right, and that tally is left for the next night.
 */
final class Reconcile {
    private static final int PORTION = 1_000;

    private final Statements statements;
    private final Published published;
    private final ReviewIndex<Signature> reviews;
    private final Tallies tallies;
    /** How long nothing may change before a difference is believed. */
    private final Duration still;

    private final Clock clock;

    Reconcile(Env env) {
        statements = new Statements(env);
        published = new Published(env);
        reviews = ReviewIndex.ofSignatures(env);
        tallies = new Tallies(env);
        still = env.duration("QUIET_PERIOD");
        clock = env.clock();
    }

    Report run() {
        Map<Statement, Set<Sample>> suspects = new LinkedHashMap<>();
        statements.all().forEach(statement -> {
            Set<Sample> drifting = drifting(statement);
            if (!drifting.isEmpty()) suspects.put(statement, drifting);
        });
        if (suspects.isEmpty()) return new Report(0, 0, 0, clock.instant());
        waitStill();
        long drift = 0;
        long repaired = 0;
        long unsettled = 0;
        for (var suspected : suspects.entrySet()) {
            for (Sample now : drifting(suspected.getKey())) {
                if (suspected.getValue().contains(now)) {
                    tallies.repair(now.tally(), now.differences());
                    drift += now.drift();
                    repaired++;
                } else if (suspected.getValue().stream()
                        .anyMatch(before -> before.tally().equals(now.tally()))) {
                    unsettled++;
                }
            }
        }
        return new Report(drift, repaired, unsettled, clock.instant());
    }

    private Set<Sample> drifting(Statement statement) {
        Map<Tally, Map<String, Long>> counted = tallies.all(statement.id()).tallies();
        Map<Tally, Map<String, Long>> there = there(statement, counted.keySet());
        Set<Tally> all = new LinkedHashSet<>(counted.keySet());
        all.addAll(there.keySet());
        return all.stream()
                .map(tally ->
                        new Sample(tally, there.getOrDefault(tally, Map.of()), counted.getOrDefault(tally, Map.of())))
                .filter(sample -> sample.drift() != 0)
                .collect(Collectors.toSet());
    }

    /** What the indexes hold; categories that the statement no longer has are looked at, too. */
    private Map<Tally, Map<String, Long>> there(Statement statement, Set<Tally> counted) {
        Set<String> categories = new TreeSet<>();
        statement.categories().stream().map(Category::id).forEach(categories::add);
        counted.forEach(tally -> categories.add(tally.key().split("#")[1]));
        Map<Tally, Map<String, Long>> there = new HashMap<>();
        for (String category : categories)
            for (boolean listed : List.of(true, false))
                published
                        .in(statement.id(), category, listed, Optional.empty(), PORTION)
                        .map(entry -> LocalDate.parse(entry.signatory().signedOn()))
                        .forEach(day -> add(there, CountPlace.published(statement.id(), category, day, listed), 1));
        for (Queue queue : List.of(Queue.IN_REVIEW, Queue.REJECTED))
            reviews.categories(statement.id(), queue)
                    .forEach((category, total) -> add(there, CountPlace.in(queue, statement.id(), category), total));
        return there;
    }

    private static void add(Map<Tally, Map<String, Long>> tallies, CountPlace place, long by) {
        for (Count.Step step : place.steps(by))
            tallies.computeIfAbsent(step.tally(), _ -> new TreeMap<>()).merge(step.number(), step.by(), Long::sum);
    }

    private void waitStill() {
        try {
            Thread.sleep(still);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the tallies to settle", e);
        }
    }

    /** What a tally was seen to be at some moment, and what it should have been. */
    private record Sample(Tally tally, Map<String, Long> there, Map<String, Long> counted) {
        Map<String, Long> differences() {
            Map<String, Long> differences = new TreeMap<>(there);
            counted.forEach((number, count) -> differences.merge(number, -count, Long::sum));
            differences.values().removeIf(difference -> difference == 0);
            return differences;
        }

        long drift() {
            return differences().values().stream().mapToLong(Math::abs).sum();
        }
    }

    /** {@code drift} is the sum of all differences mended, {@code unsettled} counts tallies left for the next night. */
    public record Report(long drift, long repaired, long unsettled, Instant at) {}
}
