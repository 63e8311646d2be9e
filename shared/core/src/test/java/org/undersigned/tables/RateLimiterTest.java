package org.undersigned.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    @Test
    void whatIsCountedOfRefusalsIsRightInItsFirstDigitAndNeverTooHigh() {
        long counted = 0;
        for (long nth = 1; nth <= 100_000; nth++) {
            counted += RateLimiter.toCount(nth);
            String real = Long.toString(nth);
            assertThat(counted).isEqualTo(Long.parseLong(real.charAt(0) + "0".repeat(real.length() - 1)));
        }
    }

    @Test
    void aFloodCausesFewWrites() {
        List<Long> writes = LongStream.rangeClosed(1, 1_000_000)
                .map(RateLimiter::toCount)
                .filter(more -> more > 0)
                .boxed()
                .toList();
        assertThat(writes).hasSize(6 * 9 + 1);
    }
}
