package org.undersigned.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.undersigned.lambda.Json;

/**
 * Messages that were done, in a file. The queue itself lies in memory: after a crash the streams bring its messages again,
 * those that were done as well.
 */
final class DoneMessages {
    private static final int KEPT = 20_000;

    private final Optional<Path> file;
    private final Set<String> before;

    private DoneMessages(Optional<Path> file, Set<String> before) {
        this.file = file;
        this.before = before;
    }

    /** Keeps the newest 20,000: more than wait in a queue on one machine. */
    static DoneMessages open(Optional<Path> file) throws IOException {
        if (file.isEmpty() || !Files.exists(file.get())) return new DoneMessages(file, Set.of());
        List<String> lines = new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> kept = lines.subList(Math.max(0, lines.size() - KEPT), lines.size());
        KeptFile.write(file.get(), kept.isEmpty() ? "" : String.join("\n", kept) + "\n");
        return new DoneMessages(file, new HashSet<>(kept));
    }

    /** Of a run that keeps nothing. */
    static DoneMessages none() {
        return new DoneMessages(Optional.empty(), Set.of());
    }

    /** Whether a message with this body was done before this run. */
    boolean wasDone(String body) {
        return before.contains(line(body));
    }

    /** The order of an object's fields may be another in each run. */
    private static String line(String body) {
        try {
            return Json.text(new TreeMap<>(Json.object(body)));
        } catch (IOException e) {
            return body.replaceAll("\\R", " ");
        }
    }

    boolean isKept() {
        return file.isPresent();
    }

    void add(String body) {
        if (file.isEmpty()) return;
        try {
            Files.writeString(file.get(), line(body) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
