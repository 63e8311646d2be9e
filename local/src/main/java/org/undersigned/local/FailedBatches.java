package org.undersigned.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.Json;

/** The template's bucket of that name: batches of a stream that were given up and records that nobody can read, whole. */
public final class FailedBatches {
    private final Optional<Path> folder;
    private final Map<String, String> batches = new ConcurrentSkipListMap<>();

    private FailedBatches(Optional<Path> folder) {
        this.folder = folder;
    }

    public static FailedBatches inMemory() {
        return new FailedBatches(Optional.empty());
    }

    /** In memory, or in a folder, too. */
    static FailedBatches open(Optional<Path> folder) throws IOException {
        var failed = new FailedBatches(folder);
        if (folder.isPresent())
            try (var files = Files.newDirectoryStream(folder.get(), "*.json")) {
                for (Path file : files)
                    failed.batches.put(file.getFileName().toString().replace("~", "/"), Files.readString(file));
            }
        return failed;
    }

    /** The batches by their keys. */
    public Map<String, String> all() {
        return Map.copyOf(batches);
    }

    void keep(String key, String json) {
        try {
            if (folder.isPresent()) KeptFile.write(file(folder.get(), key), json);
            batches.put(key, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Lambda does when it gives a batch up. */
    void giveUp(Invocation invocation, List<Map<String, Object>> events) {
        keep(
                "aws/lambda/" + invocation.function() + "/" + StreamEvents.sequenceNumber(events.getFirst()) + ".json",
                Json.text(Map.of(
                        "requestContext",
                        Map.of(
                                "functionArn",
                                new LocalContext(invocation.function()).getInvokedFunctionArn(),
                                "condition",
                                "RetryAttemptsExhausted"),
                        "payload",
                        Json.text(Map.of("Records", events)))));
    }

    /** What {@code ./replay} does; answers how many are done with, and how many lie there still. */
    Map<String, Object> replay(Map<String, RequestStreamHandler> handlers) throws IOException {
        int done = 0;
        boolean counted = false;
        for (var batch : all().entrySet()) {
            var object = Json.object(batch.getValue());
            String function = ((String) ((Map<?, ?>) object.get("requestContext")).get("functionArn")).split(":")[6];
            counted |= function.equals("Tally");
            if (!isDone(new Invocation(function, handlers.get(function)), (String) object.get("payload"))) continue;
            batches.remove(batch.getKey());
            if (folder.isPresent()) Files.deleteIfExists(file(folder.get(), batch.getKey()));
            done++;
        }
        if (counted) new Invocation("Reconcile", handlers.get("Reconcile")).call(Map.of());
        return Map.of("done", done, "left", batches.size());
    }

    private static boolean isDone(Invocation invocation, String payload) throws IOException {
        List<Map<String, Object>> records = new ArrayList<>();
        for (Object record : (List<?>) Json.object(payload).get("Records")) {
            Map<String, Object> replayed = new LinkedHashMap<>();
            ((Map<?, ?>) record).forEach((name, value) -> replayed.put((String) name, value));
            replayed.put("replayed", true);
            records.add(replayed);
        }
        try {
            return invocation.callBatch(Map.of("Records", records)).isEmpty();
        } catch (RuntimeException e) {
            System.err.println(invocation.function() + " failed: " + Failure.describe(e));
            return false;
        }
    }

    private static Path file(Path folder, String key) {
        return folder.resolve(key.replace("/", "~"));
    }
}
