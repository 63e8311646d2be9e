package org.undersigned.local;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        if (file.isPresent() && Files.exists(file.get()))
            checkpoint.reached.putAll(Json.object(Files.readString(file.get())));
        return checkpoint;
    }

    Optional<String> after(String shard) {
        return Optional.ofNullable((String) reached.get(shard));
    }

    boolean isFinished(String shard) {
        return FINISHED.equals(reached.get(shard));
    }

    void reached(String shard, String sequenceNumber) {
        changed |= !sequenceNumber.equals(reached.put(shard, sequenceNumber));
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
}
