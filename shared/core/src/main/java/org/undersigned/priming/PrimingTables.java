package org.undersigned.priming;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.lambda.Json;
import org.undersigned.tables.PrimingItems;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The tables as a primed function sees them. Calls go to DynamoDB; a read of a priming item finds it, and a write is
 * refused there by a condition that never holds, and looks here as if it had been made. Other services are not called.
 */
final class PrimingTables implements ExecutionInterceptor {
    private static final String NEVER = "attribute_exists(priming) AND attribute_not_exists(priming)";

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case PutItemRequest put ->
                put.toBuilder()
                        .conditionExpression(never(put.conditionExpression()))
                        .build();
            case UpdateItemRequest update ->
                update.toBuilder()
                        .conditionExpression(never(update.conditionExpression()))
                        .build();
            case TransactWriteItemsRequest all ->
                all.toBuilder()
                        .transactItems(all.transactItems().stream()
                                .map(PrimingTables::refused)
                                .toList())
                        .build();
            default -> context.request();
        };
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (!(context.request() instanceof DynamoDbRequest))
            throw new IllegalStateException("priming calls no service but DynamoDB");
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (answer(context.request()).isEmpty()) return context.httpResponse();
        return context.httpResponse().toBuilder()
                .statusCode(200)
                .removeHeader("x-amz-crc32")
                .removeHeader("Content-Length")
                .build();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<InputStream> answer =
                answer(context.request()).map(json -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        return answer.isPresent() ? answer : context.responseBody();
    }

    private static Optional<String> answer(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> PrimingItems.find(get.key()).map(item -> Json.text(Map.of("Item", json(item))));
            case BatchGetItemRequest batch -> found(batch);
            case UpdateItemRequest _ -> Optional.of(Json.text(Map.of("Attributes", json(PrimingItems.UPDATED))));
            case PutItemRequest _, TransactWriteItemsRequest _ -> Optional.of("{}");
            default -> Optional.empty();
        };
    }

    /** Of a batch with priming items these alone; another goes to the table. */
    private static Optional<String> found(BatchGetItemRequest batch) {
        Map<String, Object> found = new HashMap<>();
        batch.requestItems().forEach((table, asked) -> {
            List<Map<String, Object>> items = asked.keys().stream()
                    .flatMap(key -> PrimingItems.find(key).stream())
                    .map(PrimingTables::json)
                    .toList();
            if (!items.isEmpty()) found.put(table, items);
        });
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.text(Map.of("Responses", found, "UnprocessedKeys", Map.of())));
    }

    private static TransactWriteItem refused(TransactWriteItem part) {
        Put put = part.put();
        Update update = part.update();
        var refused = part.toBuilder();
        if (put != null)
            refused.put(put.toBuilder()
                    .conditionExpression(never(put.conditionExpression()))
                    .build());
        if (update != null)
            refused.update(update.toBuilder()
                    .conditionExpression(never(update.conditionExpression()))
                    .build());
        return refused.build();
    }

    private static String never(String condition) {
        return condition == null ? NEVER : "(" + condition + ") AND " + NEVER;
    }

    private static Map<String, Object> json(Map<String, AttributeValue> item) {
        Map<String, Object> json = new HashMap<>();
        item.forEach((name, value) -> json.put(
                name,
                switch (value.type()) {
                    case S -> Map.of("S", value.s());
                    case N -> Map.of("N", value.n());
                    case BOOL -> Map.of("BOOL", value.bool());
                    default -> throw new IllegalArgumentException("no priming item holds " + value.type());
                }));
        return json;
    }
}
