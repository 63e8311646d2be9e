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
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.Json;

/** A function on the table's stream: what it could not do is named, and Lambda comes again from there on. */
public abstract class StreamHandler implements RequestStreamHandler {

    /** Handles records in their order; answers what went wrong with the first that is not done, if any. */
    protected abstract Optional<Undone> handle(List<StreamRecord> records);

    @Override
    public final void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        List<StreamRecord> records = new ArrayList<>();
        Optional<Undone> unreadable = read((List<?>) Json.object(event).get("Records"), records);
        // What comes before an unreadable record is done first: it must not wait for one that never can be.
        Optional<Undone> undone = handle(records).or(() -> unreadable);
        undone.ifPresent(u -> context.getLogger()
                .log(
                        "The stream's batch is done up to " + u.sequenceNumber() + ": " + Failure.describe(u.cause()),
                        LogLevel.ERROR));
        Json.write(
                Map.of(
                        "batchItemFailures",
                        undone.map(u -> List.of(Map.of("itemIdentifier", u.sequenceNumber())))
                                .orElse(List.of())),
                out);
    }

    private static Optional<Undone> read(List<?> events, List<StreamRecord> records) {
        for (Object event : events) {
            try {
                records.add(StreamRecord.read((Map<?, ?>) event));
            } catch (RuntimeException e) {
                return Optional.of(new Undone(sequenceNumber((Map<?, ?>) event), e));
            }
        }
        return Optional.empty();
    }

    private static String sequenceNumber(Map<?, ?> event) {
        return event.get("dynamodb") instanceof Map<?, ?> change
                        && change.get("SequenceNumber") instanceof String number
                ? number
                : "";
    }

    /** The first record that is not done, by its sequence number, and why. */
    public record Undone(String sequenceNumber, RuntimeException cause) {}
}
