package org.undersigned.local;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.undersigned.lambda.Env;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClientBuilder;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** What functions are made of outside Lambda: clients that all of them share, and secrets by their names. */
public record LocalEnv(
        Map<String, String> variables,
        Map<String, String> secrets,
        DynamoDbClient dynamoDb,
        SqsClient sqs,
        SesClient ses,
        EventBridgeClient events,
        FailedBatches failedBatches,
        Clock clock)
        implements Env {

    @Override
    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkClient> C client(B builder) {
        return switch (builder) {
            case SqsClientBuilder _ -> (C) sqs;
            case SesClientBuilder _ -> (C) ses;
            case EventBridgeClientBuilder _ -> (C) events;
            default -> throw new IllegalArgumentException("no stand-in for " + builder.getClass());
        };
    }

    @Override
    public String secret(String id) {
        return Optional.ofNullable(secrets.get(id))
                .orElseThrow(() -> new IllegalStateException("there is no secret " + id));
    }

    @Override
    public void keep(String bucket, String key, String json) {
        failedBatches.keep(key, json);
    }

    @Override
    public RandomGenerator random() {
        return new SecureRandom();
    }

    /** Whoever opened the clients closes them. */
    @Override
    public void close() {}

    /** Does not print the secrets. */
    @Override
    public String toString() {
        return "LocalEnv" + variables;
    }
}
