package org.undersigned.sendemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    void theFirstTimesItComesAgainWithinSecondsThenLater() {
        assertThat(Stream.of("1", "2", "3", "9", "10", "400").map(RetriesTest::after))
                .extracting(Duration::toSeconds)
                .containsExactly(3L, 6L, 12L, 768L, 900L, 900L);
    }

    @Test
    void aMessageThatDoesNotSayHowOftenItCameComesSoon() {
        assertThat(Retries.afterFailure(Map.of())).isEqualTo(Duration.ofSeconds(3));
    }

    private static Duration after(String received) {
        return Retries.afterFailure(Map.of("attributes", Map.of("ApproximateReceiveCount", received)));
    }
}
