package org.undersigned.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A statement and its parts, for tests to change what they are about. */
public final class Letters {
    private Letters() {}

    public static Category category(String id, Signs signs) {
        return category(id, signs, Admission.AUTOMATIC);
    }

    public static Category category(String id, Signs signs, Admission admission, String... domains) {
        return new Category(id, Map.of("en", id), signs, Affiliation.OPTIONAL, admission, List.of(domains), Order.NAME);
    }

    public static Statement letter(Map<String, String> title, Category... categories) {
        return letter(title, State.OPEN, Optional.empty(), Optional.empty(), categories);
    }

    public static Statement letter(
            Map<String, String> title,
            State state,
            Optional<Instant> opensAt,
            Optional<Instant> closesAt,
            Category... categories) {
        return new Statement(
                "letter",
                title,
                title,
                1,
                Optional.empty(),
                state,
                opensAt,
                closesAt,
                List.of(categories),
                Moderation.NONE,
                1);
    }

    public static Words words(String name) {
        return new Words("leaders", name, Optional.empty(), Optional.empty(), name, Optional.empty(), "en", 1, true);
    }
}
