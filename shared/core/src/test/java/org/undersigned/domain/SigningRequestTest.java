package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningRequestTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Statement LETTER =
            Letters.letter(Map.of("en", "Letter"), Letters.category("leaders", Signs.PERSON));

    @Test
    void theSameWordsWithinTheCoolDownAreTheSameRequest() {
        assertThat(asked("Anna", NOON).id())
                .isEqualTo(asked("Anna", NOON.plusSeconds(599)).id())
                .isNotEqualTo(asked("Anna", NOON.plusSeconds(600)).id())
                .isNotEqualTo(asked("Anna Lee", NOON).id());
        assertThat(asked("Anna", NOON).says(asked("Anna", NOON.plusSeconds(600))))
                .isTrue();
        assertThat(asked("Anna", NOON).says(asked("Anna Lee", NOON))).isFalse();
    }

    @Test
    void newerRequestsSortLaterAndStatusRequestsBehindAll() {
        String earlier = asked("Anna", NOON).id().request();
        String later = asked("Anna", NOON.plus(Duration.ofDays(3000))).id().request();
        assertThat(earlier).isLessThan(later);
        assertThat(later)
                .isLessThan(RequestId.status("s", NOON.minus(Duration.ofDays(9000)), Duration.ofMinutes(10))
                        .request());
    }

    @Test
    void aRequestIsReadByItsForm() {
        assertThat(RequestId.isSigning(asked("Anna", NOON).id().request())).isTrue();
        assertThat(asked("Anna", NOON).id().isStatus()).isFalse();
        assertThat(RequestId.status("s", NOON, Duration.ofMinutes(10)).isStatus())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "status-00000000", "0000003c", "0000003c-abc", "0000003C-abcdefghijklmnopqrstuvwxyz", "../x"
            })
    void whatIsNoRequestIsNone(String text) {
        assertThat(RequestId.isSigning(text)).isFalse();
    }

    @Test
    void aRequestExpiresAtItsMoment() {
        SigningRequest request = asked("Anna", NOON);
        Instant expiry = NOON.plus(Duration.ofDays(7));
        assertThat(request.isExpired(expiry.minusMillis(1))).isFalse();
        assertThat(request.isExpired(expiry)).isTrue();
    }

    @Test
    void anEmailThatIsOwedIsReadByItsLabel() {
        for (Owed.Kind kind : Owed.Kind.values())
            assertThat(Owed.read(new Owed(kind, 7).label())).contains(new Owed(kind, 7));
        assertThat(Owed.read("receipt")).isEmpty();
        assertThat(Owed.read("letter#1")).isEmpty();
    }

    private static SigningRequest asked(String name, Instant at) {
        return Letters.request(LETTER, Letters.details(name), "anna@example.org", at);
    }
}
