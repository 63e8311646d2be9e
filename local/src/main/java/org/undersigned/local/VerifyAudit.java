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
import java.util.Optional;
import java.util.TreeMap;
import org.undersigned.domain.Chain;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Audit;

/** Verifies downloaded pages of an audit: whether each seal fits the entries that it covers, and the seal before. */
public final class VerifyAudit {
    private final TreeMap<String, String> entries = new TreeMap<>();
    private final TreeMap<Long, Map<?, ?>> seals = new TreeMap<>();

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
        try {
            var audit = new VerifyAudit();
            for (Path file : files) audit.read(file);
            return audit.verdict();
        } catch (IOException | ClassCastException | DateTimeParseException | NullPointerException e) {
            return "no download: a file is missing, or does not hold pages of an audit";
        }
    }

    private void read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var pages = JSON.std.anySequenceFrom(in)) {
            while (pages.hasNextValue())
                for (Object entry : (List<?>) ((Map<?, ?>) pages.nextValue()).get("entries")) read((Map<?, ?>) entry);
        }
    }

    private void read(Map<?, ?> entry) {
        if ("seal".equals(entry.get("action"))) {
            seals.put(((Number) ((Map<?, ?>) entry.get("after")).get("number")).longValue(), entry);
            return;
        }
        Map<String, Object> written = sorted(entry);
        for (String member : List.of("before", "after"))
            if (written.get(member) instanceof Map<?, ?> values) written.put(member, sorted(values));
        entries.put(Audit.key(Instant.parse((String) entry.get("at")), (String) entry.get("id")), Json.text(written));
    }

    private String verdict() {
        Optional<String> previous = Optional.empty();
        String from = "";
        long number = 0;
        for (Map.Entry<Long, Map<?, ?>> seal : seals.entrySet()) {
            number++;
            var before = (Map<?, ?>) seal.getValue().get("before");
            var after = (Map<?, ?>) seal.getValue().get("after");
            if (seal.getKey() != number || !previous.equals(Optional.ofNullable(before.get("sha256"))))
                return "broken at seal " + number + ": it is missing, or does not follow the one before it";
            String through = (String) after.get("through");
            var chain = new Chain(previous);
            entries.subMap(from, false, through, true).values().forEach(chain::add);
            String sha256 = chain.sha256();
            if (!sha256.equals(after.get("sha256")))
                return "broken at seal " + number + ": " + chain.entries() + " entries after "
                        + (from.isEmpty() ? "the beginning" : from) + " up to " + through + " do not fit its hash over "
                        + after.get("entries");
            previous = Optional.of(sha256);
            from = through;
        }
        int unsealed = entries.tailMap(from, false).size();
        return "intact: " + (entries.size() - unsealed) + " entries under " + number + " seals, " + unsealed
                + " not sealed";
    }

    private static Map<String, Object> sorted(Map<?, ?> values) {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put((String) name, value));
        return sorted;
    }
}
