package org.undersigned.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.undersigned.lambda.Json;

/**
 * How far a function has read the stream, by shard. It is kept in a file only while nothing that came of the records
 * lies in memory alone: what is read again after a crash is then all that could be lost.
 */
final class Checkpoint {
    private static final String FINISHED = "finished";

    private final Optional<Path> file;
    private final BooleanSupplier nothingInMemory;
    private final Map<String, Object> reached = new HashMap<>();
    private boolean changed;

    private Checkpoint(Optional<Path> file, BooleanSupplier nothingInMemory) {
        this.file = file;
        this.nothingInMemory = nothingInMemory;
    }

    static Checkpoint open(Optional<Path> file, BooleanSupplier nothingInMemory) throws IOException {
        var checkpoint = new Checkpoint(file, nothingInMemory);
        if (file.isPresent() && Files.exists(file.get())) checkpoint.reached.putAll(read(file.get()));
        return checkpoint;
    }

    /** After a power cut a file can be empty; then all is read again, which counts nothing and mails nothing twice. */
    private static Map<String, Object> read(Path file) throws IOException {
        try {
            return Json.object(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (Json.Malformed e) {
            System.err.println(file + " is damaged: the stream is read again from its beginning.");
            return Map.of();
        }
    }

    /** The last record that was done with. */
    Optional<Position> after(String shard) {
        return Optional.ofNullable((String) reached.get(shard)).map(Position::read);
    }

    boolean isFinished(String shard) {
        return FINISHED.equals(reached.get(shard));
    }

    void reached(String shard, Position position) {
        changed |= !position.text().equals(reached.put(shard, position.text()));
    }

    void finished(String shard) {
        changed |= !FINISHED.equals(reached.put(shard, FINISHED));
    }

    void save() {
        if (!changed || file.isEmpty() || !nothingInMemory.getAsBoolean()) return;
        try {
            KeptFile.write(file.get(), Json.text(reached));
            changed = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record of a shard. Its number alone is not enough: DynamoDB Local begins to number anew once all are trimmed. */
    record Position(String sequenceNumber, String eventId) {
        private static Position read(String text) {
            String[] parts = text.split("/", 2);
            return new Position(parts[0], parts[parts.length - 1]);
        }

        private String text() {
            return sequenceNumber + "/" + eventId;
        }
    }
}
