package org.undersigned.sendemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.undersigned.lambda.Variables;

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

    @Test
    void moreSendersThanTheRateFeedsAreRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Pace.of(senders(6)))
                .withMessage("EMAIL_CONCURRENCY is 6, too many senders for EMAILS_PER_SECOND 1: at most 5");
        assertThatNoException().isThrownBy(() -> Pace.of(senders(5)));
    }

    private static Variables senders(int number) {
        var variables = Map.of("EMAILS_PER_SECOND", "1", "EMAIL_CONCURRENCY", Integer.toString(number));
        return name -> Optional.ofNullable(variables.get(name));
    }

    private static Duration timeOf(Pace pace, int mails) {
        long start = System.nanoTime();
        for (int i = 0; i < mails; i++) pace.await();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
