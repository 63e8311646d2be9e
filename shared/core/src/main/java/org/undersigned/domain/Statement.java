package org.undersigned.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letter that people sign; {@code title} and {@code text} are by language, the first being the statement's own. */
public record Statement(
        String id,
        Map<String, String> title,
        Map<String, String> text,
        int textVersion,
        Optional<String> page,
        State state,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        List<Category> categories,
        Moderation moderation,
        int revision) {

    /** In characters. */
    public static final int MAX_ID = 64;

    public Optional<Category> category(String id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }

    /** What becomes of a signature under that name once its address is confirmed. */
    public Status statusOnceConfirmed(Category category, String name, Address address) {
        return moderation.watchList().holds(name) ? Status.IN_REVIEW : category.statusOnceConfirmed(address);
    }

    public List<String> languages() {
        return List.copyOf(title.keySet());
    }

    /** The wished language if the statement has it, else the statement's first. */
    public String languageOr(Optional<String> wished) {
        return wished.filter(title::containsKey)
                .orElseGet(() -> title.keySet().iterator().next());
    }

    /** Whether it takes signatures at that moment, and if not, why. */
    public Opening openingAt(Instant now) {
        return switch (state) {
            case PAUSED -> Opening.PAUSED;
            case CLOSED -> Opening.CLOSED;
            case OPEN -> {
                if (closesAt.isPresent() && !now.isBefore(closesAt.get())) yield Opening.CLOSED;
                if (opensAt.isPresent() && now.isBefore(opensAt.get())) yield Opening.NOT_YET_OPEN;
                yield Opening.OPEN;
            }
        };
    }

    /** A statement that stands in no table: functions warm up on it. */
    public static Statement rehearsal() {
        var words = Map.of("en", "Rehearsal");
        var all = new Category(
                "all", words, Signs.PERSON, Affiliation.OPTIONAL, Admission.AUTOMATIC, List.of(), Order.NAME);
        return new Statement(
                "rehearsal",
                words,
                words,
                1,
                Optional.empty(),
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                List.of(all),
                Moderation.NONE,
                1);
    }

    /** What a signer meets at some moment: the state and the opening times together. */
    public enum Opening {
        NOT_YET_OPEN,
        OPEN,
        PAUSED,
        CLOSED
    }
}
