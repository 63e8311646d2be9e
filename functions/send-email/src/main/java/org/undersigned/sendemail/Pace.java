package org.undersigned.sendemail;

import java.time.Duration;
import org.undersigned.lambda.Env;

/** Keeps emails apart in time, so that all instances of the function together stay below the rate that SES allows. */
final class Pace {
    private final long apartNanos;
    private long nextAt = System.nanoTime();

    Pace(Duration apart) {
        this.apartNanos = apart.toNanos();
    }

    /** Each of the instances that run at the same time takes its share of the rate. */
    static Pace of(Env env) {
        long shares = env.number("EMAIL_CONCURRENCY");
        return new Pace(Duration.ofSeconds(shares).dividedBy(env.number("EMAILS_PER_SECOND")));
    }

    /** Returns when the next email may be sent. */
    synchronized void await() {
        try {
            for (long wait; (wait = nextAt - System.nanoTime()) > 0; ) Thread.sleep(Duration.ofNanos(wait));
            nextAt = System.nanoTime() + apartNanos;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to send", e);
        }
    }
}
