package org.undersigned.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undersigned.text.LanguageTag;

/**
 * The letter that people sign; {@code title} and {@code text} are by language, the first being the statement's own.
 * {@code closedAt} is when an administrator closed it.
 */
public record Statement(
        String id,
        Map<String, String> title,
        Map<String, String> text,
        int textVersion,
        Campaign campaign,
        State state,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        Optional<Instant> closedAt,
        List<Category> categories,
        Moderation moderation,
        int revision) {

    /** In characters. */
    public static final int MAX_ID = 64;

    /** How long what was asked for before the end can still be confirmed after it. */
    static final Duration GRACE = Duration.ofDays(1);

    public Optional<Category> category(String id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }

    /** What becomes of a signature under that name once its address is confirmed. */
    public Status statusOnceConfirmed(Category category, String shown, Address address) {
        return moderation.watchList().holds(shown) ? Status.IN_REVIEW : category.statusOnceConfirmed(address);
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    public Statement withTextVersion(int version) {
        return new Statement(
                id,
                title,
                text,
                version,
                campaign,
                state,
                opensAt,
                closesAt,
                closedAt,
                categories,
                moderation,
                revision);
    }

    public List<String> languages() {
        return List.copyOf(title.keySet());
    }

    /** The statement's language that is best for the wished one (RFC 4647), else its first. */
    public String languageOr(Optional<String> wished) {
        return wished.flatMap(language -> LanguageTag.lookUp(language, title.keySet()))
                .orElseGet(() -> title.keySet().iterator().next());
    }

    /** Whether it takes signatures at that moment, and if not, why. */
    public Opening openingAt(Instant now) {
        return switch (state) {
            case PAUSED -> Opening.PAUSED;
            case DRAFT, CLOSED -> Opening.CLOSED;
            case OPEN -> {
                if (closesAt.isPresent() && !now.isBefore(closesAt.get())) yield Opening.CLOSED;
                if (opensAt.isPresent() && now.isBefore(opensAt.get())) yield Opening.NOT_YET_OPEN;
                yield Opening.OPEN;
            }
        };
    }

    /** Whether a request of before its end can be confirmed at that moment. */
    public boolean isConfirmableAt(Instant now) {
        return end().filter(end -> !now.isBefore(end.plus(GRACE))).isEmpty();
    }

    /** Whether email addresses, contacts and networks of its signers are no longer kept at that moment. */
    public boolean isRetentionOverAt(Instant now) {
        return campaign.retentionDays()
                .flatMap(days -> end().map(end -> end.plus(Duration.ofDays(days))))
                .filter(over -> !now.isBefore(over))
                .isPresent();
    }

    private Optional<Instant> end() {
        return Stream.of(closesAt, state == State.CLOSED ? closedAt : Optional.<Instant>empty())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** A statement that stands in no table: functions are primed with it. */
    public static Statement priming() {
        var words = Map.of("en", "Priming");
        var all = new Category(
                "all", words, Map.of(), Signs.PERSON, Affiliation.OPTIONAL, Admission.AUTOMATIC, List.of(), Order.NAME);
        return new Statement(
                "priming",
                words,
                words,
                1,
                Campaign.NONE,
                State.OPEN,
                Optional.empty(),
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
