package org.undersigned.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A statement and its parts, for tests to change what they are about. */
public final class Letters {
    /** When an administrator closed what is closed. */
    public static final Instant CLOSED_AT = Instant.parse("2026-11-23T12:00:00Z");

    private Letters() {}

    public static Category category(String id, Signs signs) {
        return category(id, signs, Admission.AUTOMATIC);
    }

    public static Category category(String id, Signs signs, Admission admission, String... domains) {
        return new Category(
                id, Map.of("en", id), Map.of(), signs, Affiliation.OPTIONAL, admission, List.of(domains), Order.NAME);
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
                Campaign.NONE,
                state,
                opensAt,
                closesAt,
                state == State.CLOSED ? Optional.of(CLOSED_AT) : Optional.empty(),
                List.of(categories),
                Moderation.NONE,
                1);
    }

    public static Details details(String name) {
        return new Details("leaders", name, Optional.empty(), Optional.empty(), name, Optional.empty(), "en", 1, true);
    }

    /** What somebody asked for at that moment. */
    public static SigningRequest request(Statement statement, Details details, String email, Instant at) {
        return SigningRequest.of(
                statement,
                statement.category(details.category()).map(Category::signs).orElse(Signs.PERSON),
                details,
                Address.of(email).orElseThrow(),
                IpAddress.of("203.0.113.9").map(IpAddress::network),
                at,
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                new KeyedHash("a secret"));
    }
}
