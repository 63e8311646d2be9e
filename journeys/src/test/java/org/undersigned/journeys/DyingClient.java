package org.undersigned.journeys;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.undersigned.local.Endpoints;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client of the local run's tables whose writes fail for good after so many of them, as when a function crashes. */
final class DyingClient {
    private DyingClient() {}

    /** {@code kind} are the writes that are meant; all others go on. */
    static DynamoDbClient after(int writes, Class<? extends SdkRequest> kind, Backend backend) {
        var left = new AtomicInteger(writes);
        var dying = DynamoDbClient.builder()
                .overrideConfiguration(o -> o.addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                        if (kind.isInstance(context.request()) && left.getAndDecrement() <= 0)
                            throw new IllegalStateException("dead");
                    }
                }));
        return Endpoints.client(dying, URI.create(backend.run().awsEndpoints().get("AWS_ENDPOINT_URL_DYNAMODB")));
    }
}
