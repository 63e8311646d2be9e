package org.undersigned.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import org.undersigned.local.Invocation;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Adds up what the functions of this process use of AWS, by function; the SDK finds it in {@code execution.interceptors}. */
public final class UsageMeter implements ExecutionInterceptor {
    private static final Map<String, DoubleAdder> USED = new ConcurrentHashMap<>();

    /** "function what" to how much since the last time. */
    static Map<String, Double> take() {
        Map<String, Double> taken = new TreeMap<>();
        USED.forEach((key, sum) -> taken.put(key, sum.sumThenReset()));
        return taken;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        var total = ReturnConsumedCapacity.TOTAL;
        return switch (context.request()) {
            case GetItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
            case BatchGetItemRequest r ->
                r.toBuilder().returnConsumedCapacity(total).build();
            case QueryRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
            case PutItemRequest r -> r.toBuilder().returnConsumedCapacity(total).build();
            case UpdateItemRequest r ->
                r.toBuilder().returnConsumedCapacity(total).build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (Invocation.running().isEmpty()) return;
        switch (context.response()) {
            case GetItemResponse r -> add("reads", r.consumedCapacity().capacityUnits());
            case BatchGetItemResponse r -> r.consumedCapacity().forEach(table -> add("reads", table.capacityUnits()));
            case QueryResponse r -> add("reads", r.consumedCapacity().capacityUnits());
            case PutItemResponse r -> add("writes", r.consumedCapacity().capacityUnits());
            case UpdateItemResponse r -> add("writes", r.consumedCapacity().capacityUnits());
            default -> {}
        }
        switch (context.request()) {
            // DynamoDB Local reports 2 units for a whole transaction; DynamoDB takes 2 for each item up to 1 KB.
            case TransactWriteItemsRequest r ->
                add("writes", 2.0 * r.transactItems().size());
            case SendMessageRequest _ -> add("queue", 1);
            case SendMessageBatchRequest _ -> add("queue", 1);
            case SendRawEmailRequest _ -> add("emails", 1);
            case PutEventsRequest r -> add("events", r.entries().size());
            default -> {}
        }
    }

    private static void add(String what, double much) {
        USED.computeIfAbsent(Invocation.running().orElseThrow() + " " + what, _ -> new DoubleAdder())
                .add(much);
    }
}
