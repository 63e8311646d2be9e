package org.undersigned.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.undersigned.lambda.ClientLimits;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Where the local stand-ins for AWS answer, and clients for them. */
public final class Endpoints {
    static final String REGION = "us-east-1";
    private static final int CONNECTIONS = 64;

    /** Of what is no function: it starts a stand-in, or waits for what comes. */
    private static final ClientLimits PATIENT =
            new ClientLimits(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(2));

    private Endpoints() {}

    public static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the functions have them on Lambda; interceptors of the builder stay. */
    public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return client(builder, endpoint, ClientLimits.OF_FUNCTIONS);
    }

    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C patientClient(B builder, URI endpoint) {
        return client(builder, endpoint, PATIENT);
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, URI endpoint, ClientLimits limits) {
        var overrides = limits.overrides();
        builder.overrideConfiguration().executionInterceptors().forEach(overrides::addExecutionInterceptor);
        return builder.endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(limits.http(CONNECTIONS))
                .overrideConfiguration(overrides.build())
                .build();
    }
}
