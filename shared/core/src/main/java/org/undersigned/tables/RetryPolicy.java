package org.undersigned.tables;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** How often, and after which pauses, a write is tried that others keep from being made. */
final class RetryPolicy {
    static final int MAX_ATTEMPTS = 8;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private RetryPolicy() {}

    /** Writes again when a transaction has the item at that moment; the SDK does not. */
    static <T> T retried(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.get();
            } catch (TransactionConflictException e) {
                if (attempt == MAX_ATTEMPTS) throw e;
                pause(attempt);
            }
        }
    }

    /** Twice as long after every attempt. */
    static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(1L << (attempt - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to write again", e);
        }
    }
}
