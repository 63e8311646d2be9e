package org.undersigned.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.crt.ConnectionHealthConfiguration;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** {@code GetSecretValue} of AWS Secrets Manager, by what the client of DynamoDB has loaded already (decision 0023). */
final class SecretReader {
    private static final int ATTEMPTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /** A peer that says nothing for two seconds is given up: this client waits for ever otherwise. */
    private static final ConnectionHealthConfiguration SILENCE = ConnectionHealthConfiguration.builder()
            .minimumThroughputInBps(1L)
            .minimumThroughputTimeout(Duration.ofSeconds(2))
            .build();

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final URI endpoint;

    /** Without an endpoint it is AWS's own. */
    SecretReader(Region region, AwsCredentialsProvider credentials, Optional<String> endpoint) {
        this.region = region;
        this.credentials = credentials;
        this.endpoint = URI.create(endpoint.orElseGet(() -> "https://secretsmanager." + region.id() + "."
                + PartitionMetadata.of(region).dnsSuffix()));
    }

    /** Throws {@link IllegalStateException} without the secret's content when it cannot be had. */
    String read(String id) {
        try (SdkHttpClient http = http()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return call(http, id);
                } catch (IOException e) {
                    if (attempt == ATTEMPTS) throw new UncheckedIOException("the secret cannot be read", e);
                }
            }
        }
    }

    /** For calls without an SDK client: what is opened is closed after the call. */
    static SdkHttpClient http() {
        return AwsCrtHttpClient.builder()
                .connectionTimeout(CONNECT)
                .connectionHealthConfiguration(SILENCE)
                .build();
    }

    private String call(SdkHttpClient http, String id) throws IOException {
        byte[] asked = Json.text(Map.of("SecretId", id)).getBytes(StandardCharsets.UTF_8);
        ContentStreamProvider body = ContentStreamProvider.fromByteArray(asked);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath("/")
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                // Without it this client sends no body.
                .putHeader("Content-Length", Integer.toString(asked.length))
                .putHeader("X-Amz-Target", "secretsmanager.GetSecretValue")
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "secretsmanager")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(signed.payload().orElse(body))
                        .build())
                .call();
        int status = response.httpResponse().statusCode();
        if (status >= 500) throw new IOException("Secrets Manager answers " + status);
        if (status != 200) throw new IllegalStateException("Secrets Manager refuses the secret with " + status);
        try (var content = response.responseBody().orElseThrow()) {
            return (String) Json.object(content).get("SecretString");
        }
    }
}
