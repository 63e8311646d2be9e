package org.undersigned.importsignatories;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final FieldError SIGNED =
            new FieldError("name", "signed", "is the name of somebody who has signed and is listed");
    private static final int PORTION = 1_000;

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
        hash = new KeyedHash(env.secret(env.required("SIGNER_SECRET")));
        random = env.random();
    }

    /** Imports what is right and says what is wrong with the other lines; {@code source} says where the file is from. */
    Result run(Statement statement, String source, String csv, Act act) {
        Optional<ImportFile> read = read(statement, source, csv, act);
        if (read.isEmpty()) return new TooManyRows();
        ImportFile file = read.get();
        refuseSigned(statement, file);
        List<Signature> rows = List.copyOf(file.signatures().values());
        audit.append(
                statement.id(), entry(1, "import", source, Map.of("rows", rows.size(), "sha256", sha256(csv)), act));
        // Before the first row: a category that is in use stays in the statement.
        rows.stream().map(row -> row.details().category()).distinct().forEach(c -> tallies.use(statement.id(), c));
        var report = report(file, add(rows));
        audit.append(statement.id(), entry(2, "import-result", source, report.counts(), act));
        return report;
    }

    private int add(List<Signature> rows) {
        Set<SignatureId> there = ids(signatures.findAll(ids(rows)));
        List<Signature> absent =
                rows.stream().filter(row -> !there.contains(row.id())).toList();
        List<List<Signature>> batches = new ArrayList<>();
        for (int from = 0; from < absent.size(); from += Signatures.BATCH)
            batches.add(absent.subList(from, Math.min(absent.size(), from + Signatures.BATCH)));
        return Parallel.map(batches, signatures::addAll).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Who has signed stands in the list already; the row that looks the same would list the signer twice. */
    private void refuseSigned(Statement statement, ImportFile file) {
        Map<String, Set<String>> signed = new HashMap<>();
        for (Signature row : List.copyOf(file.signatures().values())) {
            Category category = statement.category(row.details().category()).orElseThrow();
            if (signed.computeIfAbsent(category.id(), _ -> signed(statement, category))
                    .contains(row.id().signer())) file.reject(row.id(), SIGNED);
        }
    }

    /** By what would be the key of an imported row of the signer's name. */
    private Set<String> signed(Statement statement, Category category) {
        return published
                .in(statement.id(), category.id(), true, Optional.empty(), PORTION)
                .filter(entry -> !entry.id().capacity().startsWith(SignatureId.IMPORTED))
                .map(entry -> hash.importedSigner(
                        statement.id(),
                        category.id(),
                        category.signs(),
                        entry.signatory().shown()))
                .collect(Collectors.toSet());
    }

    private static Set<SignatureId> ids(List<Signature> signatures) {
        return signatures.stream().map(Signature::id).collect(Collectors.toSet());
    }

    /** The same report, and nothing is changed. */
    Result dryRun(Statement statement, String source, String csv, Act act) {
        Optional<ImportFile> read = read(statement, source, csv, act);
        if (read.isEmpty()) return new TooManyRows();
        refuseSigned(statement, read.get());
        var keys = read.get().signatures().keySet();
        return report(read.get(), keys.size() - signatures.findAll(keys).size());
    }

    private Optional<ImportFile> read(Statement statement, String source, String csv, Act act) {
        return ImportFile.read(csv, MAX_ROWS, statement, new Provenance(source, act.actor(), act.at()), hash, random);
    }

    private static Report report(ImportFile file, int imported) {
        int unchanged = file.signatures().size() - imported + file.repeated();
        return new Report(imported, unchanged, List.copyOf(file.rejected()));
    }

    private static AuditEntry entry(int number, String action, String source, Map<String, Object> told, Act act) {
        return act.entry(number, action, Optional.of(source), Optional.empty(), Optional.empty(), Optional.of(told));
    }

    private static String sha256(String csv) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What became of a file. */
    sealed interface Result {}

    record TooManyRows() implements Result {}

    /** How many rows were new, how many were there already, and which were refused. */
    record Report(int imported, int unchanged, List<ImportFile.Rejected> rejected) implements Result {
        private Map<String, Object> counts() {
            return Map.of("imported", imported, "unchanged", unchanged, "rejected", rejected.size());
        }
    }
}
