package org.undersigned.lambda;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.undersigned.domain.KeyedHash;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a function is made of: its variables, clients of AWS, secrets, time and chance. Lambda, priming, the local run and
 * tests hand one to the same constructors.
 */
public interface Env extends Variables, AutoCloseable {

    /** A client that is closed with this. */
    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkClient> C client(B builder);

    /** The one client of DynamoDB that all tables of a function share. */
    DynamoDbClient dynamoDb();

    /** What AWS Secrets Manager holds under this name or ARN at the moment. */
    String secret(String id);

    /** Of the signers' secret: it is never rotated, so it is read once, on Lambda before the snapshot. */
    default KeyedHash keyedHash() {
        return new KeyedHash(secret(required("SIGNER_SECRET")));
    }

    /** Puts JSON into a bucket of Amazon S3; throws {@link RuntimeException} when it is not there afterwards. */
    void keep(String bucket, String key, String json);

    Clock clock();

    RandomGenerator random();

    default Metrics metrics() {
        return Metrics.of(this, clock());
    }

    /** Closes the clients. */
    @Override
    void close();

    /** That of the function that runs in this process. */
    static Env system() {
        return new LambdaEnv();
    }
}
