package org.undersigned.journeys;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.undersigned.local.Invocation;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Notes what the functions of this process call of AWS: the SDK finds it by its name in {@code execution.interceptors}.
 * Calls of tests are not noted.
 */
public final class CallRecorder implements ExecutionInterceptor {
    private static final Set<Call> CALLS = new ConcurrentSkipListSet<>();

    /** A call of a function; in the local run a table is called as the template's resource. */
    record Call(String function, String action, String resource) implements Comparable<Call> {
        @Override
        public int compareTo(Call other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return function + " " + action + " " + resource;
        }
    }

    static Set<Call> calls() {
        return new TreeSet<>(CALLS);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Invocation.running()
                .ifPresent(function -> calls(context.request())
                        .forEach(call -> CALLS.add(new Call(function, call.getFirst(), call.getLast()))));
    }

    private static Stream<List<String>> calls(SdkRequest request) {
        return switch (request) {
            case GetItemRequest r -> one("dynamodb:GetItem", r.tableName());
            case PutItemRequest r -> one("dynamodb:PutItem", r.tableName());
            case UpdateItemRequest r -> one("dynamodb:UpdateItem", r.tableName());
            case DeleteItemRequest r -> one("dynamodb:DeleteItem", r.tableName());
            case ScanRequest r -> one("dynamodb:Scan", r.tableName());
            case QueryRequest r ->
                one(
                        "dynamodb:Query",
                        r.indexName() == null ? r.tableName() : r.tableName() + "/index/" + r.indexName());
            case BatchGetItemRequest r ->
                r.requestItems().keySet().stream().flatMap(table -> one("dynamodb:BatchGetItem", table));
            case TransactWriteItemsRequest r -> r.transactItems().stream().flatMap(CallRecorder::part);
            case SendMessageRequest r -> one("sqs:SendMessage", queue(r.queueUrl()));
            case PutEventsRequest r ->
                r.entries().stream().flatMap(entry -> one("events:PutEvents", entry.eventBusName()));
            case SendMessageBatchRequest r -> one("sqs:SendMessage", queue(r.queueUrl()));
            case ChangeMessageVisibilityRequest r -> one("sqs:ChangeMessageVisibility", queue(r.queueUrl()));
            case SendRawEmailRequest _ -> one("ses:SendRawEmail", "identity");
            default -> one(request.getClass().getSimpleName(), "");
        };
    }

    private static Stream<List<String>> part(TransactWriteItem part) {
        if (part.put() != null) return one("dynamodb:PutItem", part.put().tableName());
        if (part.update() != null)
            return one("dynamodb:UpdateItem", part.update().tableName());
        if (part.delete() != null)
            return one("dynamodb:DeleteItem", part.delete().tableName());
        return one("dynamodb:ConditionCheckItem", part.conditionCheck().tableName());
    }

    /** A queue that a test makes for itself has the name of the one it stands for, a hyphen and more. */
    private static String queue(String url) {
        return url.substring(url.lastIndexOf('/') + 1).split("-", 2)[0];
    }

    private static Stream<List<String>> one(String action, String resource) {
        return Stream.of(List.of(action, resource));
    }
}
