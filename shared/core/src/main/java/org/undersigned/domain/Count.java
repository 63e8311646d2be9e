package org.undersigned.domain;

import java.util.List;

/** A change of a statement's tallies that one event of the stream brings; counted once per {@code eventId}. */
public record Count(String eventId, List<Step> steps) {

    /** {@code by} is what the tally grows by; negative when a signature no longer counts. */
    public record Step(Tally tally, long by) {}

    /** A number that is kept: {@code key} is {@code category#…} or {@code day#…}. */
    public record Tally(String statement, String key) {
        public static Tally category(String statement, String category) {
            return new Tally(statement, CATEGORY + category);
        }

        public static Tally day(String statement, String day) {
            return new Tally(statement, DAY + day);
        }
    }

    public static final String CATEGORY = "category#";
    public static final String DAY = "day#";
}
