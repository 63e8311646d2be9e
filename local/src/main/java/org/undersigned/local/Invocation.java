package org.undersigned.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undersigned.lambda.Json;

/** Calls functions as Lambda does: an event in JSON goes in, an answer in JSON comes out. */
public record Invocation(String function, RequestStreamHandler handler) {
    private static final InheritableThreadLocal<String> RUNNING = new InheritableThreadLocal<>();

    /** The function that this thread works for, if it does for one. */
    public static Optional<String> running() {
        return Optional.ofNullable(RUNNING.get());
    }

    /** Throws what the function throws. */
    public Map<String, Object> call(Object event) throws IOException {
        var out = new ByteArrayOutputStream();
        RUNNING.set(function);
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(Json.text(event).getBytes(StandardCharsets.UTF_8)),
                    out,
                    new LocalContext(function));
        } catch (Error e) {
            throw new IllegalStateException("the function crashed", e);
        } finally {
            RUNNING.remove();
        }
        return Json.object(new ByteArrayInputStream(out.toByteArray()));
    }

    /** Calls with a batch; answers the identifiers of the items that the function says it could not do. */
    public Set<String> callBatch(Object event) throws IOException {
        if (!(call(event).get("batchItemFailures") instanceof java.util.List<?> failures)) return Set.of();
        return failures.stream()
                .map(failure -> (String) ((Map<?, ?>) failure).get("itemIdentifier"))
                .collect(Collectors.toSet());
    }
}
