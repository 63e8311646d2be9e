package org.undersigned.domain;

import java.util.List;
import java.util.Optional;

/**
 * What one event of the stream brings: steps of a statement's tallies, and a change of which others are told. It is
 * counted once per {@code eventId}.
 */
public record Count(String eventId, List<Step> steps, Optional<StatusChange> change) {

    /** Whether there is nothing to count and nothing to tell. */
    public boolean isEmpty() {
        return steps.isEmpty() && change.isEmpty();
    }

    /** {@code by} is what a number of the tally grows by; negative when a signature no longer counts. */
    public record Step(Tally tally, String number, long by) {}

    /** Numbers that are kept together; {@code key} is {@code published#<category>#<month>} or {@code in-review#<category>}. */
    public record Tally(String statement, String key) {}
}
