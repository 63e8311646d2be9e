package org.undersigned.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.undersigned.domain.Count.Step;
import org.undersigned.domain.Count.Tally;

/**
 * Where a signature counts: published ones by category and day signed, the days of a month in one tally; those that wait or
 * were rejected by category.
 */
public record CountPlace(String statement, Status status, String category, Optional<LocalDate> day, boolean listed) {
    static final String DAY = "d";
    static final String UNLISTED = "unlisted";
    static final String TOTAL = "total";
    private static final int MONTH_LENGTH = "2026-11".length();

    public static CountPlace published(String statement, String category, LocalDate day, boolean listed) {
        return new CountPlace(statement, Status.PUBLISHED, category, Optional.of(day), listed);
    }

    /** Of what waits for moderators, or was rejected. */
    public static CountPlace in(Queue queue, String statement, String category) {
        Status status = switch (queue) {
            case IN_REVIEW -> Status.IN_REVIEW;
            case REJECTED -> Status.REJECTED;
            case PENDING_PROBLEM -> throw new IllegalArgumentException("requests are not counted");
        };
        return new CountPlace(statement, status, category, Optional.empty(), true);
    }

    public Tally tally() {
        String key = Term.of(status) + "#" + category;
        return new Tally(
                statement,
                day.map(date -> key + "#" + date.toString().substring(0, MONTH_LENGTH))
                        .orElse(key));
    }

    /** What the tally's numbers grow by when so many come to this place. */
    public List<Step> steps(long by) {
        String number = day.map(date -> DAY + date.toString().substring(MONTH_LENGTH + 1))
                .orElse(TOTAL);
        Step step = new Step(tally(), number, by);
        return listed ? List.of(step) : List.of(step, new Step(tally(), UNLISTED, by));
    }
}
