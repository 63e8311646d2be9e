package org.undersigned.streams;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.Json;

/**
 * A function on a table's stream. What it could not do is named, and Lambda comes again from there on; what nobody can
 * ever read is put aside, whole, in the bucket of failed batches, and holds up nothing.
 *
 * @param <T> what a record asks for
 */
public abstract class StreamHandler<T> implements RequestStreamHandler {
    /** Safe in a key of Amazon S3. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private final Env env;
    private final String failedBatches;

    protected StreamHandler(Env env) {
        this.env = env;
        failedBatches = env.required("FAILED_BATCHES");
    }

    /** What a record asks for, if it does; throws {@link RuntimeException} when it says nothing that can be understood. */
    protected abstract Optional<T> read(StreamRecord record);

    /** Does it all in its order; answers what went wrong with the first that is not done, if any. */
    protected abstract Optional<Undone> handle(List<Task<T>> tasks);

    @Override
    public final void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        List<Task<T>> tasks = new ArrayList<>();
        Optional<Undone> unreadable = read((List<?>) Json.object(event).get("Records"), tasks, context);
        // What comes before an unreadable record is done first: it must not wait for one that never can be.
        Optional<Undone> undone = (tasks.isEmpty() ? Optional.<Undone>empty() : handle(tasks)).or(() -> unreadable);
        undone.ifPresent(
                u -> log(context, "The stream's batch is done up to " + u.sequenceNumber() + ": " + describe(u)));
        Json.write(
                Map.of(
                        "batchItemFailures",
                        undone.map(u -> List.of(Map.of("itemIdentifier", u.sequenceNumber())))
                                .orElse(List.of())),
                out);
    }

    /** Answers the first record that can neither be read nor put aside. */
    private Optional<Undone> read(List<?> events, List<Task<T>> tasks, Context context) {
        Optional<Undone> kept = Optional.empty();
        for (Object event : events) {
            var json = (Map<?, ?>) event;
            try {
                StreamRecord record = StreamRecord.read(json);
                read(record).ifPresent(content -> tasks.add(new Task<>(record.sequenceNumber(), content)));
            } catch (RuntimeException e) {
                var undone = new Undone(sequenceNumber(json), e);
                // What is played again lies in the bucket already, and stays there when it is named.
                if (StreamRecord.isReplayed(json)) kept = kept.or(() -> Optional.of(undone));
                else if (!isPutAside(json, undone, context)) return Optional.of(undone);
            }
        }
        return kept;
    }

    /** In the form that Lambda has for batches which it gives up (“Retain discarded records” of Lambda's guide). */
    private boolean isPutAside(Map<?, ?> event, Undone undone, Context context) {
        String batch = Json.text(Map.of("Records", List.of(event)));
        String key = "unreadable/" + context.getFunctionName() + "/" + name(event, batch) + ".json";
        try {
            env.keep(
                    failedBatches,
                    key,
                    Json.text(Map.of(
                            "requestContext",
                            Map.of("functionArn", context.getInvokedFunctionArn(), "condition", "Unreadable"),
                            "payload",
                            batch)));
            log(context, "Put aside as " + key + ": " + describe(undone));
            return true;
        } catch (RuntimeException e) {
            undone.cause().addSuppressed(e);
            log(context, "Could not be put aside as " + key + ": " + Failure.describe(e));
            return false;
        }
    }

    /** The same for the same record, so that a repeat replaces it. */
    private static String name(Map<?, ?> event, String batch) {
        return event.get("eventID") instanceof String id && NAME.matcher(id).matches()
                ? id
                : Integer.toHexString(batch.hashCode());
    }

    private static String describe(Undone undone) {
        return Failure.describe(undone.cause());
    }

    private static void log(Context context, String line) {
        context.getLogger().log(line, LogLevel.ERROR);
    }

    private static String sequenceNumber(Map<?, ?> event) {
        return event.get("dynamodb") instanceof Map<?, ?> change
                        && change.get("SequenceNumber") instanceof String number
                ? number
                : "";
    }

    /** What a record of the stream, known by its sequence number, asks for. */
    public record Task<T>(String sequenceNumber, T content) {}

    /** The first record that is not done, by its sequence number, and why. */
    public record Undone(String sequenceNumber, RuntimeException cause) {}
}
