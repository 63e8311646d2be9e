package org.undersigned.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What organisers say beside the letter; {@code shortTitle} is by language, or empty. {@code thresholds} are totals,
 * {@code retentionDays} are counted from the end.
 */
public record Campaign(
        Map<String, String> shortTitle,
        StatementPage page,
        Optional<Organiser> organiser,
        Optional<String> privacy,
        Optional<String> image,
        Optional<Integer> goal,
        List<Integer> thresholds,
        boolean neutralSubject,
        Optional<Integer> retentionDays) {

    public static final Campaign NONE = new Campaign(
            Map.of(),
            StatementPage.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty());

    /** The short title in that language. */
    public Optional<String> shortTitle(String language) {
        return Optional.ofNullable(shortTitle.get(language));
    }
}
