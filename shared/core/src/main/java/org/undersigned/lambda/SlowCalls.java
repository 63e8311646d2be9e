package org.undersigned.lambda;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Gives a request up whose calls of AWS are slow, though none of them fails: once those of over a second have taken 3.5 seconds
 * together, no other begins. With {@link ClientLimits} for the last one, whoever waits is told within 10 s.
 */
public final class SlowCalls {
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(3_500);

    /** Inherited by threads that work for the request. */
    private static final InheritableThreadLocal<SlowCalls> OF_REQUEST = new InheritableThreadLocal<>();

    private long slowNanos;
    private long countedUntil = System.nanoTime();

    private SlowCalls() {}

    /** What {@code request} answers; its next call of AWS throws {@link SdkClientException} once it has called slowly for long. */
    public static <T> T limited(Supplier<T> request) {
        OF_REQUEST.set(new SlowCalls());
        try {
            return request.get();
        } finally {
            OF_REQUEST.remove();
        }
    }

    private synchronized void begin() {
        if (slowNanos >= PATIENCE.toNanos()) throw SdkClientException.create("calls of AWS are too slow to go on");
    }

    /** Slow calls side by side take the time of one. */
    private synchronized void end(long begun) {
        long now = System.nanoTime();
        if (now - begun < SLOW.toNanos()) return;
        slowNanos += now - Math.max(begun, countedUntil);
        countedUntil = now;
    }

    /** Watches the calls of a client. */
    static final class Watch implements ExecutionInterceptor {
        private static final ExecutionAttribute<Long> BEGUN = new ExecutionAttribute<>("Begun");

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            SlowCalls calls = OF_REQUEST.get();
            if (calls != null) calls.begin();
            attributes.putAttribute(BEGUN, System.nanoTime());
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            end(attributes);
        }

        @Override
        public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
            end(attributes);
        }

        private static void end(ExecutionAttributes attributes) {
            SlowCalls calls = OF_REQUEST.get();
            Long begun = attributes.getAttribute(BEGUN);
            if (calls != null && begun != null) calls.end(begun);
        }
    }
}
