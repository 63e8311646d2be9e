package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.domain.Statement.Opening.CLOSED;
import static org.undersigned.domain.Statement.Opening.NOT_YET_OPEN;
import static org.undersigned.domain.Statement.Opening.OPEN;
import static org.undersigned.domain.Statement.Opening.PAUSED;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static final Instant OPENS = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-12-24T18:00:00Z");

    @Test
    void itOpensAndClosesAtTheVeryMoment() {
        Statement letter = letter(State.OPEN, Optional.of(OPENS), Optional.of(CLOSES));
        assertThat(letter.openingAt(OPENS.minusMillis(1))).isEqualTo(NOT_YET_OPEN);
        assertThat(letter.openingAt(OPENS)).isEqualTo(OPEN);
        assertThat(letter.openingAt(CLOSES.minusMillis(1))).isEqualTo(OPEN);
        assertThat(letter.openingAt(CLOSES)).isEqualTo(CLOSED);
    }

    @Test
    void withoutTimesItIsOpenAlways() {
        Statement letter = letter(State.OPEN, Optional.empty(), Optional.empty());
        assertThat(letter.openingAt(Instant.EPOCH)).isEqualTo(OPEN);
        assertThat(letter.openingAt(Instant.MAX)).isEqualTo(OPEN);
    }

    @Test
    void oneOfTheTimesAloneCounts() {
        assertThat(letter(State.OPEN, Optional.of(OPENS), Optional.empty()).openingAt(Instant.MAX))
                .isEqualTo(OPEN);
        assertThat(letter(State.OPEN, Optional.empty(), Optional.of(CLOSES)).openingAt(Instant.EPOCH))
                .isEqualTo(OPEN);
    }

    @Test
    void theStateGoesBeforeTheTimes() {
        assertThat(letter(State.PAUSED, Optional.of(OPENS), Optional.of(CLOSES)).openingAt(OPENS))
                .isEqualTo(PAUSED);
        assertThat(letter(State.CLOSED, Optional.of(OPENS), Optional.of(CLOSES)).openingAt(OPENS))
                .isEqualTo(CLOSED);
    }

    @Test
    void theFirstLanguageStandsInForOnesItDoesNotHave() {
        Map<String, String> title = new LinkedHashMap<>();
        title.put("fr", "Lettre");
        title.put("en", "Letter");
        Statement letter = Letters.letter(title);
        assertThat(letter.languages()).containsExactly("fr", "en");
        assertThat(letter.languageOr(Optional.of("en"))).isEqualTo("en");
        assertThat(letter.languageOr(Optional.of("EN-gb"))).isEqualTo("en");
        assertThat(letter.languageOr(Optional.of("de"))).isEqualTo("fr");
        assertThat(letter.languageOr(Optional.of(""))).isEqualTo("fr");
        assertThat(letter.languageOr(Optional.empty())).isEqualTo("fr");
    }

    @Test
    void aCategoryIsFoundByItsId() {
        Category leaders = Letters.category("leaders", Signs.PERSON);
        Category members = Letters.category("members", Signs.PERSON);
        Statement letter = Letters.letter(Map.of("en", "Letter"), leaders, members);
        assertThat(List.of("members", "leaders"))
                .map(letter::category)
                .containsExactly(Optional.of(members), Optional.of(leaders));
        assertThat(letter.category("Leaders")).isEmpty();
    }

    private static Statement letter(State state, Optional<Instant> opensAt, Optional<Instant> closesAt) {
        return Letters.letter(Map.of("en", "Letter"), state, opensAt, closesAt);
    }
}
