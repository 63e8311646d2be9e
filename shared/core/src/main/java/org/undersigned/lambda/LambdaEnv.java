package org.undersigned.lambda;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The environment of a function on Lambda; the rest of the code is handed values. Clients look at no other place. */
public final class LambdaEnv implements Env {
    private static final int CONNECTIONS = 8;

    private final Variables variables;
    private final List<ExecutionInterceptor> interceptors;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private DynamoDbClient dynamoDb;

    LambdaEnv() {
        this(Variables.system());
    }

    /** Each client calls the interceptors. */
    public LambdaEnv(Variables variables, ExecutionInterceptor... interceptors) {
        this.variables = variables;
        this.interceptors = List.of(interceptors);
    }

    @Override
    public Optional<String> optional(String name) {
        return variables.optional(name);
    }

    @Override
    public synchronized DynamoDbClient dynamoDb() {
        if (dynamoDb == null)
            dynamoDb = client(DynamoDbClient.builder().accountIdEndpointMode(AccountIdEndpointMode.DISABLED));
        return dynamoDb;
    }

    @Override
    public synchronized <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkClient> C client(
            B builder) {
        var overrides = ClientLimits.OF_FUNCTIONS
                .overrides()
                .defaultProfileFile(ProfileFile.aggregator().build());
        interceptors.forEach(overrides::addExecutionInterceptor);
        C client = builder.region(region())
                .credentialsProvider(credentials())
                .httpClientBuilder(ClientLimits.OF_FUNCTIONS.http(CONNECTIONS))
                .overrideConfiguration(overrides.build())
                .build();
        opened.push(client);
        return client;
    }

    @Override
    public String secret(String id) {
        return new SecretReader(region(), credentials(), endpoint("SECRETS_MANAGER")).read(id);
    }

    @Override
    public void keep(String bucket, String key, String json) {
        new ObjectWriter(region(), credentials(), endpoint("S3")).write(bucket, key, json);
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public RandomGenerator random() {
        return new SecureRandom();
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a client cannot be closed", e);
            }
        }
        dynamoDb = null;
    }

    private Region region() {
        return Region.of(required("AWS_REGION"));
    }

    private static AwsCredentialsProvider credentials() {
        return AwsCredentialsProviderChain.of(
                EnvironmentVariableCredentialsProvider.create(),
                ContainerCredentialsProvider.builder().build());
    }

    /** As the SDK's own clients read it ("Service-specific endpoints" of the AWS SDKs guide); empty for AWS itself. */
    private Optional<String> endpoint(String service) {
        return variables.optional("AWS_ENDPOINT_URL_" + service).or(() -> variables.optional("AWS_ENDPOINT_URL"));
    }
}
