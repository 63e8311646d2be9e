package org.undersigned.lambda;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Clients of AWS as a function needs them: from the function's own environment, without a look at any other place. */
public final class Aws {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofMillis(2_500);
    private static final Duration CALL = Duration.ofSeconds(8);

    private Aws() {}

    public static DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.builder().accountIdEndpointMode(AccountIdEndpointMode.DISABLED));
    }

    /** The CRT client waits for ever on a silent peer unless told otherwise: hence a limit for each attempt and call. */
    public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        ProfileFile none = ProfileFile.aggregator().build();
        return builder.region(Region.of(Env.required("AWS_REGION")))
                .credentialsProvider(AwsCredentialsProviderChain.of(
                        EnvironmentVariableCredentialsProvider.create(),
                        ContainerCredentialsProvider.builder().build()))
                .httpClientBuilder(
                        AwsCrtHttpClient.builder().connectionTimeout(CONNECT).maxConcurrency(8))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .defaultProfileFile(none)
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL)
                        .build())
                .build();
    }
}
