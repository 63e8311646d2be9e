package org.undersigned.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.undersigned.domain.Category;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/**
 * Compares each category's tally with the index it counts. A difference is drift only where both stand still over some
 * time; where signatures come in, tallies lag for a moment by right, and that category is left for the next night.
 */
final class Reconcile {
    private final Statements statements;
    private final Signatories signatories;
    private final Tallies tallies;
    /** How long nothing may change before a difference is believed. */
    private final Duration still;

    private final Clock clock;

    Reconcile(Env env) {
        statements = new Statements(env);
        signatories = new Signatories(env);
        tallies = new Tallies(env);
        still = env.duration("QUIET_PERIOD");
        clock = env.clock();
    }

    Report run() {
        List<Sample> suspects = statements
                .all()
                .flatMap(statement -> samples(statement).stream())
                .filter(sample -> sample.drift() != 0)
                .toList();
        if (suspects.isEmpty()) return new Report(0, 0, 0, clock.instant());
        waitStill();
        long drift = 0;
        long repaired = 0;
        long unsettled = 0;
        for (Sample suspect : suspects) {
            Sample now = sample(suspect.statement(), suspect.category(), tallies.categories(suspect.statement()));
            if (now.drift() == 0) continue;
            if (!now.equals(suspect)) {
                unsettled++;
                continue;
            }
            tallies.repair(now.statement(), now.category(), now.drift());
            drift += Math.abs(now.drift());
            repaired++;
        }
        return new Report(drift, repaired, unsettled, clock.instant());
    }

    /** Tallies of categories that the statement no longer has are looked at, too. */
    private List<Sample> samples(Statement statement) {
        Map<String, Long> counted = tallies.categories(statement.id());
        Set<String> categories = new TreeSet<>(counted.keySet());
        statement.categories().stream().map(Category::id).forEach(categories::add);
        return categories.stream()
                .map(category -> sample(statement.id(), category, counted))
                .toList();
    }

    private Sample sample(String statement, String category, Map<String, Long> counted) {
        return new Sample(
                statement, category, signatories.count(statement, category), counted.getOrDefault(category, 0L));
    }

    private void waitStill() {
        try {
            Thread.sleep(still);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the tallies to settle", e);
        }
    }

    /** What a category was seen to be at some moment. */
    private record Sample(String statement, String category, long published, long counted) {
        long drift() {
            return published - counted;
        }
    }

    /** {@code drift} is the sum of all differences mended, {@code unsettled} counts categories left for the next night. */
    public record Report(long drift, long repaired, long unsettled, Instant at) {}
}
