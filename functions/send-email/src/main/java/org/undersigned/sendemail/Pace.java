package org.undersigned.sendemail;

import java.time.Duration;
import org.undersigned.lambda.Variables;

/** Keeps emails apart in time, so that all instances of the function together stay below the rate that SES allows. */
final class Pace {
    private static final int SENDERS_FOR_ONE_EMAIL_A_SECOND = 5;

    private final long apartNanos;
    private long nextAt = System.nanoTime();

    Pace(Duration apart) {
        this.apartNanos = apart.toNanos();
    }

    /**
     * Each of the instances that run at the same time takes its share of the rate. Throws {@link IllegalStateException} when
     * the shares are so small that a batch would outlast the function's time, and be sent again and again.
     */
    static Pace of(Variables variables) {
        int shares = variables.number("EMAIL_CONCURRENCY");
        int rate = variables.number("EMAILS_PER_SECOND");
        if (shares > SENDERS_FOR_ONE_EMAIL_A_SECOND * (long) rate)
            throw new IllegalStateException(
                    "EMAIL_CONCURRENCY is " + shares + ", too many senders for EMAILS_PER_SECOND " + rate + ": at most "
                            + SENDERS_FOR_ONE_EMAIL_A_SECOND * (long) rate);
        return new Pace(Duration.ofSeconds(shares).dividedBy(rate));
    }

    /** Returns when the next email may be sent. */
    synchronized void await() {
        try {
            // After a restored snapshot the clock may have jumped: never longer than one distance.
            nextAt = Math.min(nextAt, System.nanoTime() + apartNanos);
            for (long wait; (wait = nextAt - System.nanoTime()) > 0; ) Thread.sleep(Duration.ofNanos(wait));
            nextAt = System.nanoTime() + apartNanos;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to send", e);
        }
    }
}
