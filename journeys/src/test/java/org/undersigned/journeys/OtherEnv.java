package org.undersigned.journeys;

import java.time.Clock;
import java.time.Duration;
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

/** A backend's environment with other variables, and with other clients. */
record OtherEnv(
        Env env,
        Map<String, String> variables,
        Optional<DynamoDbClient> tables,
        Optional<SesClient> ses,
        Optional<SqsClient> sqs,
        Optional<EventBridgeClient> events,
        Optional<Clock> time)
        implements Env {

    static OtherEnv of(Env env, Map<String, String> variables) {
        return new OtherEnv(
                env,
                variables,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    OtherEnv with(DynamoDbClient other) {
        return new OtherEnv(env, variables, Optional.of(other), ses, sqs, events, time);
    }

    OtherEnv with(SesClient other) {
        return new OtherEnv(env, variables, tables, Optional.of(other), sqs, events, time);
    }

    OtherEnv with(SqsClient other) {
        return new OtherEnv(env, variables, tables, ses, Optional.of(other), events, time);
    }

    OtherEnv with(EventBridgeClient other) {
        return new OtherEnv(env, variables, tables, ses, sqs, Optional.of(other), time);
    }

    /** So much later than it is. */
    OtherEnv later(Duration by) {
        return new OtherEnv(env, variables, tables, ses, sqs, events, Optional.of(Clock.offset(env.clock(), by)));
    }

    OtherEnv at(Clock other) {
        return new OtherEnv(env, variables, tables, ses, sqs, events, Optional.of(other));
    }

    @Override
    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).or(() -> env.optional(name));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkClient> C client(B builder) {
        if (builder instanceof SesClientBuilder && ses.isPresent()) return (C) ses.get();
        if (builder instanceof SqsClientBuilder && sqs.isPresent()) return (C) sqs.get();
        if (builder instanceof EventBridgeClientBuilder && events.isPresent()) return (C) events.get();
        return env.client(builder);
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return tables.orElseGet(env::dynamoDb);
    }

    @Override
    public String secret(String id) {
        return env.secret(id);
    }

    @Override
    public void keep(String bucket, String key, String json) {
        env.keep(bucket, key, json);
    }

    @Override
    public Clock clock() {
        return time.orElseGet(env::clock);
    }

    @Override
    public RandomGenerator random() {
        return env.random();
    }

    /** Its clients are those of the backend or of the test. */
    @Override
    public void close() {}
}
