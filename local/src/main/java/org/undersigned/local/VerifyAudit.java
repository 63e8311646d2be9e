package org.undersigned.local;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.undersigned.domain.Chain;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Audit;

/** Verifies downloaded pages of an audit: whether each seal fits the entries that it covers, and the seal before. */
public final class VerifyAudit {
    private final TreeMap<String, String> entries = new TreeMap<>();
    private final TreeMap<Long, Seal> seals = new TreeMap<>();
    private Optional<String> twofold = Optional.empty();
    private boolean whole;

    private VerifyAudit() {}

    /** Prints one line; the exit code is 0 when all is intact, 1 when not, 2 for files that are no download. */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("Name the files that the pages of the audit were saved to: ./verify-audit FILE…");
            System.exit(2);
        }
        String verdict = verdict(List.of(arguments).stream().map(Path::of).toList());
        System.out.println(verdict);
        System.exit(verdict.startsWith("intact") ? 0 : verdict.startsWith("broken") ? 1 : 2);
    }

    /** One line that begins with {@code intact}, {@code broken} or {@code no download}. */
    public static String verdict(List<Path> files) {
        var audit = new VerifyAudit();
        for (Path file : files) {
            try {
                audit.read(file);
            } catch (IOException | ClassCastException | DateTimeParseException | NullPointerException e) {
                return "no download: " + file + " is missing, or does not hold pages of an audit";
            }
        }
        return audit.whole ? audit.verdict() : "no download: the pages after these are missing, seals among them";
    }

    private void read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var pages = JSON.std.anySequenceFrom(in)) {
            while (pages.hasNextValue()) {
                var page = (Map<?, ?>) pages.nextValue();
                for (Object entry : (List<?>) page.get("entries")) read((Map<?, ?>) entry);
                whole |= page.get("next") == null;
            }
        }
    }

    private void read(Map<?, ?> entry) {
        if ("seal".equals(entry.get("action"))) {
            Seal seal = Seal.of(entry);
            Seal other = seals.putIfAbsent(seal.number(), seal);
            if (other != null && !other.equals(seal)) twofold = Optional.of("seal " + seal.number());
            return;
        }
        Map<String, Object> written = sorted(entry);
        for (String member : List.of("before", "after"))
            if (written.get(member) instanceof Map<?, ?> values) written.put(member, sorted(values));
        String key = Audit.key(Instant.parse((String) entry.get("at")), (String) entry.get("id"));
        String json = Json.text(written);
        String other = entries.putIfAbsent(key, json);
        if (other != null && !other.equals(json)) twofold = Optional.of("the entry " + key);
    }

    private String verdict() {
        if (twofold.isPresent()) return "broken: " + twofold.get() + " is there twice, and not the same";
        Optional<String> previous = Optional.empty();
        String from = "";
        long number = 0;
        for (Seal seal : seals.values()) {
            number++;
            if (seal.number() != number || !seal.previous().equals(previous))
                return "broken at seal " + number + ": it is missing, or does not follow the one before it";
            var chain = new Chain(previous);
            if (seal.through().compareTo(from) > 0)
                entries.subMap(from, false, seal.through(), true).values().forEach(chain::add);
            if (chain.entries() != seal.entries() || !chain.sha256().equals(seal.sha256()))
                return "broken at seal " + number + ": " + chain.entries() + " entries after "
                        + (from.isEmpty() ? "the beginning" : from) + " up to " + seal.through()
                        + " do not fit its hash over " + seal.entries();
            previous = Optional.of(seal.sha256());
            from = seal.through();
        }
        int unsealed = entries.tailMap(from, false).size();
        return "intact: " + (entries.size() - unsealed) + " entries under " + number + " seals, " + unsealed
                + " not sealed"
                + previous.map(newest -> "; the newest seal is " + newest).orElse("");
    }

    private static Map<String, Object> sorted(Map<?, ?> values) {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put((String) name, value));
        return sorted;
    }

    private record Seal(long number, Optional<String> previous, long entries, String through, String sha256) {
        /** Throws when it is none. */
        static Seal of(Map<?, ?> entry) {
            var before = (Map<?, ?>) entry.get("before");
            var after = (Map<?, ?>) entry.get("after");
            return new Seal(
                    ((Number) after.get("number")).longValue(),
                    Optional.ofNullable((String) before.get("sha256")),
                    ((Number) after.get("entries")).longValue(),
                    Objects.requireNonNull((String) after.get("through")),
                    Objects.requireNonNull((String) after.get("sha256")));
        }
    }
}
