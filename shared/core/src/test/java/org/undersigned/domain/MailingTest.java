package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.domain.Mailing.Kind.ALREADY_SIGNED;
import static org.undersigned.domain.Mailing.Kind.CONFIRMATION;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MailingTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void theFirstMailAsksForConfirmation() {
        Mailing first = Mailing.first(NOON);
        assertThat(first.label()).isEqualTo("confirmation#1");
        assertThat(first.day()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(first.at()).isEqualTo(NOON);
    }

    @Test
    void threeConfirmationsADayAreAll() {
        Mailing third = next(next(Mailing.first(NOON), CONFIRMATION), CONFIRMATION);
        assertThat(third.label()).isEqualTo("confirmation#3");
        assertThat(third.next(CONFIRMATION, NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void threeAlreadySignedADayAreAll() {
        Mailing third = next(next(next(Mailing.first(NOON), ALREADY_SIGNED), ALREADY_SIGNED), ALREADY_SIGNED);
        assertThat(third.label()).isEqualTo("already-signed#4");
        assertThat(third.next(ALREADY_SIGNED, NOON)).isEmpty();
    }

    @Test
    void oneKindDoesNotUseUpTheOther() {
        Mailing confirmed = next(next(Mailing.first(NOON), CONFIRMATION), CONFIRMATION);
        assertThat(confirmed.next(ALREADY_SIGNED, NOON)).isPresent();
        Mailing both = next(next(next(confirmed, ALREADY_SIGNED), ALREADY_SIGNED), ALREADY_SIGNED);
        assertThat(both.next(CONFIRMATION, NOON)).isEmpty();
    }

    @Test
    void aNewDayInUtcStartsAnew() {
        Instant lastMoment = Instant.parse("2026-11-23T23:59:59.999Z");
        Mailing third = next(next(Mailing.first(NOON), CONFIRMATION), CONFIRMATION);
        assertThat(third.next(CONFIRMATION, lastMoment)).isEmpty();
        Mailing nextDay = third.next(CONFIRMATION, lastMoment.plusMillis(1)).orElseThrow();
        assertThat(nextDay.label()).isEqualTo("confirmation#4");
        assertThat(nextDay.confirmations()).isEqualTo(1);
        assertThat(nextDay.alreadySigned()).isZero();
    }

    @Property
    void noDayHasMoreThanThreeOfAKindAndTheNumberAlwaysGrows(
            @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> steps) {
        Mailing mailing = Mailing.first(NOON);
        Instant now = NOON;
        Map<String, Integer> sent = new HashMap<>(Map.of(CONFIRMATION + "2026-11-23", 1));
        for (int step : steps) {
            now = now.plus(Duration.ofHours(step / 8));
            Mailing.Kind kind = Mailing.Kind.values()[step % 2];
            String slot = kind.name() + LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
            Optional<Mailing> next = mailing.next(kind, now);
            assertThat(next.isPresent()).isEqualTo(sent.getOrDefault(slot, 0) < Mailing.MAX_A_DAY);
            if (next.isEmpty()) continue;
            assertThat(next.get().number()).isEqualTo(mailing.number() + 1);
            assertThat(sent.merge(slot, 1, Integer::sum)).isLessThanOrEqualTo(3);
            mailing = next.get();
        }
    }

    private static Mailing next(Mailing mailing, Mailing.Kind kind) {
        return mailing.next(kind, NOON.plusSeconds(mailing.number())).orElseThrow();
    }
}
