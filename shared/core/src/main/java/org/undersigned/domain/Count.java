package org.undersigned.domain;

import java.util.List;

/** A change of a statement's tallies that one event of the stream brings; counted once per {@code eventId}. */
public record Count(String eventId, List<Step> steps) {

    /** {@code by} is what a number of the tally grows by; negative when a signature no longer counts. */
    public record Step(Tally tally, String number, long by) {}

    /** Numbers that are kept together; {@code key} is {@code published#<category>#<month>} or {@code in-review#<category>}. */
    public record Tally(String statement, String key) {}
}
