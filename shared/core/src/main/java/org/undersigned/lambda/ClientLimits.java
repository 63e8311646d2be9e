package org.undersigned.lambda;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;

/**
 * How long a client of AWS waits: to connect, for one attempt, and for a call with its attempts. The CRT client waits for
 * ever on a silent peer unless told otherwise.
 */
public record ClientLimits(Duration connect, Duration attempt, Duration call) {
    /** Of all functions: who waits for an answer is told within 10 s that there is none. */
    public static final ClientLimits OF_FUNCTIONS =
            new ClientLimits(Duration.ofSeconds(1), Duration.ofMillis(2_500), Duration.ofSeconds(6));

    public AwsCrtHttpClient.Builder http(int connections) {
        return AwsCrtHttpClient.builder().connectionTimeout(connect).maxConcurrency(connections);
    }

    public ClientOverrideConfiguration.Builder overrides() {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(call)
                .addExecutionInterceptor(new SlowCalls.Watch());
    }
}
