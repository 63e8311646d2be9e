package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String WORDS = "a".repeat(26);

    @Test
    void theSameWordsWithinAWindowAreTheSameRequest() {
        RequestId first = RequestId.signing("signer", WORDS, NOON, TEN_MINUTES);
        assertThat(RequestId.signing("signer", WORDS, NOON.plus(TEN_MINUTES).minusMillis(1), TEN_MINUTES))
                .isEqualTo(first);
        assertThat(RequestId.signing("signer", WORDS, NOON.plus(TEN_MINUTES), TEN_MINUTES))
                .isNotEqualTo(first);
    }

    @Test
    void otherWordsAndOtherSignersAreOtherRequests() {
        RequestId id = RequestId.signing("signer", WORDS, NOON, TEN_MINUTES);
        assertThat(RequestId.signing("signer", "b".repeat(26), NOON, TEN_MINUTES))
                .isNotEqualTo(id);
        assertThat(RequestId.signing("other", WORDS, NOON, TEN_MINUTES)).isNotEqualTo(id);
    }

    @Test
    void itBeginsWithItsWindow() {
        assertThat(RequestId.signing("signer", WORDS, Instant.ofEpochSecond(0x6a00_0123L), Duration.ofSeconds(0x100)))
                .isEqualTo(new RequestId("signer", "6a000100-" + WORDS));
    }

    @Test
    void newerOnesSortLater() {
        String early = "z".repeat(26);
        for (Instant now = Instant.EPOCH;
                now.isBefore(Instant.ofEpochSecond(0xF000_0000L));
                now = now.plus(Duration.ofDays(365)))
            assertThat(RequestId.signing("signer", WORDS, now.plus(TEN_MINUTES), TEN_MINUTES)
                            .request())
                    .isGreaterThan(
                            RequestId.signing("signer", early, now, TEN_MINUTES).request());
    }

    @Test
    void aCoolDownBelowASecondCountsAsOne() {
        RequestId id = RequestId.signing("signer", WORDS, NOON, Duration.ofMillis(1));
        assertThat(RequestId.signing("signer", WORDS, NOON.plusMillis(999), Duration.ofMillis(1)))
                .isEqualTo(id);
        assertThat(RequestId.signing("signer", WORDS, NOON.plusSeconds(1), Duration.ofMillis(1)))
                .isNotEqualTo(id);
    }

    @Test
    void whoAsksForTheirStatusAsksForItOnceInAWindow() {
        RequestId id = RequestId.status("signer", NOON, TEN_MINUTES);
        assertThat(RequestId.status("signer", NOON.plusSeconds(1), TEN_MINUTES)).isEqualTo(id);
        assertThat(RequestId.status("signer", NOON.plus(TEN_MINUTES), TEN_MINUTES))
                .isNotEqualTo(id);
    }

    @Test
    void whatAsksToSignIsToldFromWhatAsksForAStatus() {
        RequestId signing = RequestId.signing("signer", WORDS, NOON, TEN_MINUTES);
        RequestId status = RequestId.status("signer", NOON, TEN_MINUTES);
        assertThat(RequestId.isSigning(signing.request())).isTrue();
        assertThat(signing.isStatus()).isFalse();
        assertThat(RequestId.isSigning(status.request())).isFalse();
        assertThat(status.isStatus()).isTrue();
        // Both lie in one table, and what asks for a status follows after all others.
        assertThat(status.request()).isGreaterThan("g").isGreaterThan(signing.request());
        assertThat(signing.request()).isBetween("0", "g");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "person",
                "6a000100",
                "6a000100-",
                "6A000100-aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "6a000100-aaaaaaaaaaaaaaaaaaaaaaaaa",
                "6a000100-aaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "6a000100-aaaaaaaaaaaaaaaaaaaaaaaaa1",
                "6a000100-aaaaaaaaaaaaaaaaaaaaaaaaaa\n"
            })
    void anotherTextIsNoSigningRequest(String text) {
        assertThat(RequestId.isSigning(text)).isFalse();
    }
}
