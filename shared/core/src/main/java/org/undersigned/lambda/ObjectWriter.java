package org.undersigned.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** {@code PutObject} of Amazon S3, for the rare text that is put aside: it is not worth a client in every package. */
final class ObjectWriter {
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final Optional<String> endpoint;

    /** Without an endpoint it is AWS's own. */
    ObjectWriter(Region region, AwsCredentialsProvider credentials, Optional<String> endpoint) {
        this.region = region;
        this.credentials = credentials;
        this.endpoint = endpoint;
    }

    /** Throws {@link UncheckedIOException} when the object is not there afterwards; {@code key} needs no encoding. */
    void write(String bucket, String key, String json) {
        try (SdkHttpClient http = SecretReader.http()) {
            int status = put(http, bucket, key, json);
            if (status != 200) throw new IOException("Amazon S3 answers " + status);
        } catch (IOException e) {
            throw new UncheckedIOException("the object cannot be written", e);
        }
    }

    private int put(SdkHttpClient http, String bucket, String key, String json) throws IOException {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        ContentStreamProvider body = ContentStreamProvider.fromByteArray(content);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(uri(bucket, key))
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", Integer.toString(content.length))
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
        return http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(signed.payload().orElse(body))
                        .build())
                .call()
                .httpResponse()
                .statusCode();
    }

    private URI uri(String bucket, String key) {
        return URI.create(endpoint.map(at -> at + "/" + bucket + "/" + key)
                .orElseGet(() -> "https://" + bucket + ".s3." + region.id() + "."
                        + PartitionMetadata.of(region).dnsSuffix() + "/" + key));
    }
}
