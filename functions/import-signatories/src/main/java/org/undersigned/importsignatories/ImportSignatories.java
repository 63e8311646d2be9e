package org.undersigned.importsignatories;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.undersigned.admin.Act;
import org.undersigned.admin.Parallel;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Category;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Published;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Tallies;

/**
 * Publishes signatories who signed elsewhere, from a CSV file (RFC 4180). Each row is added under a key of its own words,
 * so that the same file twice changes nothing, and once more brings in what a crash has left out.
 */
final class ImportSignatories {
    /** In rows, the header not counted. */
    public static final int MAX_ROWS = 5_000;

    private static final FieldError SIGNED = new FieldError("name", "signed", "is the name of somebody who has signed");

    /** At a time: signers write to the same tables, and to the same index, which takes 1,000 rows a second. */
    private static final int WRITERS = 2;

    private final Signatures signatures;
    private final Published published;
    private final Tallies tallies;
    private final Audit audit;
    private final KeyedHash hash;
    private final RandomGenerator random;

    ImportSignatories(Env env) {
        signatures = new Signatures(env);
        published = new Published(env);
        tallies = new Tallies(env);
        audit = new Audit(env);
        hash = env.keyedHash();
        random = env.random();
    }

    /** Imports what is right and says what is wrong with the other lines; {@code source} says where the file is from. */
    Result run(Statement statement, String source, String csv, Act act) {
        Optional<ImportFile> read = read(statement, source, csv, act);
        if (read.isEmpty()) return new TooManyRows();
        ImportFile file = read.get();
        Set<SignatureId> there = compare(statement, file);
        List<Signature> rows = List.copyOf(file.signatures().values());
        audit.append(
                statement.id(),
                entry(1, "import", statement, source, Map.of("rows", rows.size(), "sha256", sha256(csv)), act));
        // Before the first row: a category that is in use stays in the statement.
        rows.stream().map(row -> row.details().category()).distinct().forEach(c -> tallies.use(statement.id(), c));
        List<Signature> absent =
                rows.stream().filter(row -> !there.contains(row.id())).toList();
        var report = report(file, add(absent));
        audit.append(statement.id(), entry(2, "import-result", statement, source, report.counts(), act));
        return report;
    }

    /** Those that were written by somebody else in the meantime are not added. */
    private int add(List<Signature> absent) {
        List<List<Signature>> batches = new ArrayList<>();
        for (int from = 0; from < absent.size(); from += Signatures.ADDED_AT_ONCE)
            batches.add(absent.subList(from, Math.min(absent.size(), from + Signatures.ADDED_AT_ONCE)));
        return Parallel.map(batches, WRITERS, signatures::addAll).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Refuses the rows under whose name a signer is published, and answers which of the others are known to be there. */
    private Set<SignatureId> compare(Statement statement, ImportFile file) {
        Map<String, Standing> standing = new HashMap<>();
        Set<SignatureId> there = new HashSet<>();
        Map<SignatureId, SignatureId> former = new HashMap<>(file.former());
        for (Signature row : List.copyOf(file.signatures().values())) {
            Category category = statement.category(row.details().category()).orElseThrow();
            Standing met = standing.computeIfAbsent(
                    category.id(), _ -> Standing.of(statement.id(), category, published, hash));
            if (met.signers().contains(row.id().signer())) file.reject(row.id(), SIGNED);
            else if (met.rows().contains(row.id())) there.add(row.id());
        }
        former.keySet().removeAll(there);
        Set<SignatureId> kept = ids(signatures.findAll(former.values()));
        former.forEach((id, earlier) -> {
            if (kept.contains(earlier)) there.add(id);
        });
        return there;
    }

    private static Set<SignatureId> ids(List<Signature> signatures) {
        return signatures.stream().map(Signature::id).collect(Collectors.toSet());
    }

    /** The same report, and nothing is changed. */
    Result dryRun(Statement statement, String source, String csv, Act act) {
        Optional<ImportFile> read = read(statement, source, csv, act);
        if (read.isEmpty()) return new TooManyRows();
        ImportFile file = read.get();
        Set<SignatureId> there = compare(statement, file);
        Set<SignatureId> others = new HashSet<>(file.signatures().keySet());
        others.removeAll(there);
        return report(file, others.size() - signatures.findAll(others).size());
    }

    private Optional<ImportFile> read(Statement statement, String source, String csv, Act act) {
        return ImportFile.read(csv, MAX_ROWS, statement, new Provenance(source, act.actor(), act.at()), hash, random);
    }

    private static Report report(ImportFile file, int imported) {
        int unchanged = file.signatures().size() - imported + file.repeated();
        return new Report(imported, unchanged, List.copyOf(file.rejected()));
    }

    /** Where the file is from stands with its rows, and goes with them: here is a digest of it. */
    private AuditEntry entry(
            int number, String action, Statement statement, String source, Map<String, Object> told, Act act) {
        Map<String, Object> after = new TreeMap<>(told);
        after.put("source", hash.source(statement.id(), source));
        return act.entry(number, action, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(after));
    }

    private static String sha256(String csv) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The outcome of a file. */
    sealed interface Result {}

    record TooManyRows() implements Result {}

    /** How many rows were new, how many were there already, and which were refused. */
    record Report(int imported, int unchanged, List<ImportFile.Rejected> rejected) implements Result {
        private Map<String, Object> counts() {
            return Map.of("imported", imported, "unchanged", unchanged, "rejected", rejected.size());
        }
    }
}
