package org.undersigned.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undersigned.confirm.ConfirmHandler;
import org.undersigned.domain.RequestId;
import org.undersigned.lambda.Json;
import org.undersigned.links.Token;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;
import org.undersigned.sign.SignHandler;
import org.undersigned.tally.TallyHandler;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What signing, confirming and counting cost in write units, in a category that publishes without a moderator. */
public final class WriteUnits {
    private static final String CATEGORY = "people";
    private static final List<Integer> BATCHES = List.of(1, 2, 4, 10, 50, 98);

    private final Meter meter = new Meter();
    private final Tables tables;
    private final Tokens tokens;
    private final Map<String, Token.Confirm> asked = new HashMap<>();
    private int signers;

    private WriteUnits(Tables tables) {
        this.tables = tables.watchedBy(meter);
        tokens = new Tokens(new TokenKeys(tables.env()));
    }

    public static void main(String[] arguments) throws Exception {
        try (var tables = Tables.create()) {
            tables.putStatement(CATEGORY);
            var units = new WriteUnits(tables);
            for (int size : BATCHES) units.batch(size);
            units.tables.client().close();
        }
    }

    /** Signs and confirms that many times, and counts them as one batch of the stream. */
    private void batch(int size) throws Exception {
        var sign = new SignHandler(tables.env());
        var confirm = new ConfirmHandler(tables.env());
        int first = signers;
        signers += size;
        for (int i = first; i < signers; i++) Call.expecting(202, sign, Call.signing(Tables.STATEMENT, CATEGORY, i));
        double signing = meter.take() / size;
        find();
        for (int i = first; i < signers; i++)
            Call.expecting(
                    200,
                    confirm,
                    Call.event("POST", Map.of("token", token(i)), Map.of(), Json.text(Map.of("confirm", true))));
        double confirming = meter.take() / size;
        Call.of(new TallyHandler(tables.env()), confirmed(first, signers));
        double counting = meter.take() / size;
        System.out.printf(
                Locale.ROOT,
                "%d in a batch: sign %.2f + confirm %.2f + tally %.2f = %.2f write units each%n",
                size,
                signing,
                confirming,
                counting,
                signing + confirming + counting);
    }

    /** Looks for the requests that forms have added. */
    private void find() {
        for (var item : tables.client()
                .scanPaginator(r -> r.tableName("SigningRequests"))
                .items())
            asked.put(
                    item.get("emailAddress").s(),
                    new Token.Confirm(
                            new RequestId(
                                    item.get("signer").s(), item.get("request").s()),
                            Tables.CLOCK.instant().plusSeconds(3600)));
    }

    private String token(int signer) {
        return tokens.write(asked.get("signer-" + signer + "@example.org"));
    }

    /** What the stream tells of confirmations. */
    private static byte[] confirmed(int from, int to) {
        Map<String, Object> after = image("PUBLISHED");
        List<Object> records = new ArrayList<>();
        for (int i = from; i < to; i++)
            records.add(Map.of(
                    "eventID",
                    "0123456789abcdef0123456789" + (100_000 + i),
                    "dynamodb",
                    Map.of("SequenceNumber", Integer.toString(i), "NewImage", after)));
        return Json.text(Map.of("Records", records)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> image(String status) {
        return Map.of(
                "status", Map.of("S", status),
                "statement", Map.of("S", Tables.STATEMENT),
                "category", Map.of("S", CATEGORY),
                "signedOn", Map.of("S", LocalDate.now(ZoneOffset.UTC).toString()));
    }

    /** Asks each write what it cost, and adds it up. */
    private static final class Meter implements ExecutionInterceptor {
        private double units;

        double take() {
            double taken = units;
            units = 0;
            return taken;
        }

        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            return switch (context.request()) {
                case UpdateItemRequest request ->
                    request.toBuilder()
                            .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                            .build();
                case PutItemRequest request ->
                    request.toBuilder()
                            .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                            .build();
                default -> context.request();
            };
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (context.response() instanceof UpdateItemResponse response)
                units += response.consumedCapacity().capacityUnits();
            if (context.response() instanceof PutItemResponse response)
                units += response.consumedCapacity().capacityUnits();
            // DynamoDB Local reports 2 units for a whole transaction; DynamoDB takes 2 for each item up to 1 KB.
            if (context.request() instanceof TransactWriteItemsRequest request)
                units += 2 * request.transactItems().size();
        }
    }
}
