package org.undersigned.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecentlyReadTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final RecentlyRead<String, String> recent =
            new RecentlyRead<>(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(10), 10, String::length);

    @Test
    void whatWasReadFirstMakesRoom() {
        recent.remember("a", "1234");
        recent.remember("b", "1234");
        recent.remember("a", "123456");
        assertThat(recent.find("a")).contains("123456");
        assertThat(recent.find("b")).contains("1234");
        recent.remember("c", "1");
        assertThat(recent.find("b")).isEmpty();
        assertThat(recent.find("a")).isPresent();
        assertThat(recent.find("c")).isPresent();
    }

    @Test
    void whatHasNoRoomAloneIsNotKept() {
        recent.remember("a", "12345678901");
        assertThat(recent.find("a")).isEmpty();
        recent.remember("b", "1234567890");
        assertThat(recent.find("b")).isPresent();
    }

    @Test
    void aReadingThatTookLongDoesNotHideALaterOne() {
        recent.remember("a", "new", NOW);
        recent.remember("a", "old", NOW.minusSeconds(1));
        assertThat(recent.find("a")).contains("new");
        recent.remember("b", "late", NOW.minusSeconds(10));
        assertThat(recent.find("b")).isEmpty();
    }
}
