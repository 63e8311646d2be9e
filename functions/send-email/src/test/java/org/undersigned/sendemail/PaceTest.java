package org.undersigned.sendemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void theFirstMailDoesNotWait() {
        assertThat(timeOf(new Pace(Duration.ofMinutes(10)), 1)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void withoutADistanceNoMailWaits() {
        assertThat(timeOf(new Pace(Duration.ZERO), 10_000)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void mailsAreKeptApart() {
        assertThat(timeOf(new Pace(Duration.ofMillis(20)), 6)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aPauseIsNotMadeUpForByABurst() throws InterruptedException {
        var pace = new Pace(Duration.ofMillis(20));
        pace.await();
        Thread.sleep(100);
        assertThat(timeOf(pace, 4)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void anInterruptedWaitSendsNothing() {
        var pace = new Pace(Duration.ofMinutes(10));
        pace.await();
        Thread.currentThread().interrupt();
        assertThatIllegalStateException().isThrownBy(pace::await);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Duration timeOf(Pace pace, int mails) {
        long start = System.nanoTime();
        for (int i = 0; i < mails; i++) pace.await();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
