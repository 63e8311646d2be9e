package org.undersigned.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.undersigned.sign.SignHandler;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** How long signing takes in a warm function, beside an empty handler and the two writes that it comes down to. */
public final class WarmPath {
    private static final String CATEGORY = "people";
    private static final int BATCHES = 10;
    private static final RequestStreamHandler EMPTY = (in, out, context) -> {
        in.readAllBytes();
        out.write("{\"statusCode\":202,\"body\":\"{}\"}".getBytes(StandardCharsets.UTF_8));
    };

    private WarmPath() {}

    /** Takes how often each is measured (10,000 times when left out), after as often unmeasured. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        try (var tables = Tables.create()) {
            tables.putStatement(CATEGORY);
            Map<Class<?>, SdkRequest> writes = writes(tables);
            var limit = (UpdateItemRequest) writes.get(UpdateItemRequest.class);
            var put = (PutItemRequest) writes.get(PutItemRequest.class);
            var sign = new SignHandler(tables.env());
            int signer = 1;
            for (int batch = -BATCHES; batch < BATCHES; batch++) {
                var empty = new Times(rounds / BATCHES);
                var raw = new Times(rounds / BATCHES);
                var signing = new Times(rounds / BATCHES);
                for (int i = 0; i < rounds / BATCHES; i++) {
                    byte[] event = Call.signing(Tables.STATEMENT, CATEGORY, signer++);
                    PutItemRequest another = another(put);
                    empty.measure(() -> Call.of(EMPTY, event));
                    raw.measure(() -> {
                        tables.client().updateItem(limit);
                        tables.client().putItem(another);
                    });
                    signing.measure(() -> Call.expecting(202, sign, event));
                }
                if (batch >= 0) print(empty, raw, signing);
            }
        }
    }

    private static void print(Times empty, Times raw, Times signing) {
        System.out.printf(
                Locale.ROOT,
                "p50 in µs: empty %.0f, the two writes %.0f, sign %.0f; (sign - empty) / writes = %.2f%n",
                empty.median(),
                raw.median(),
                signing.median(),
                (signing.median() - empty.median()) / raw.median());
    }

    /** The writes that signing makes, as requests of the low-level client. */
    private static Map<Class<?>, SdkRequest> writes(Tables tables) throws Exception {
        var seen = new HashMap<Class<?>, SdkRequest>();
        var watched = tables.watchedBy(new ExecutionInterceptor() {
            @Override
            public void beforeMarshalling(Context.BeforeMarshalling context, ExecutionAttributes attributes) {
                seen.put(context.request().getClass(), context.request());
            }
        });
        Call.expecting(202, new SignHandler(watched.env()), Call.signing(Tables.STATEMENT, CATEGORY, 0));
        watched.client().close();
        return seen;
    }

    private static PutItemRequest another(PutItemRequest put) {
        Map<String, AttributeValue> item = new HashMap<>(put.item());
        item.put("signer", AttributeValue.fromS(UUID.randomUUID().toString()));
        return put.toBuilder().item(item).build();
    }
}
