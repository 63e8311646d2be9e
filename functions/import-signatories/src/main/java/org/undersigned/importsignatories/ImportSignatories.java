package org.undersigned.importsignatories;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.admin.Act;
import org.undersigned.admin.Parallel;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Order;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Words;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Signatures.Change;
import org.undersigned.tables.Tallies;

/** Publishes signatories who signed elsewhere, from a CSV file (RFC 4180); the same file twice changes nothing. */
public final class ImportSignatories {
    /** In rows, the header not counted. */
    public static final int MAX_ROWS = 5_000;

    private static final String UTF_8_MARK = "\uFEFF";
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final Signatures signatures;
    private final Tallies tallies;
    private final Audit audit;
    private final RandomGenerator random;

    public ImportSignatories(Signatures signatures, Tallies tallies, Audit audit, RandomGenerator random) {
        this.signatures = signatures;
        this.tallies = tallies;
        this.audit = audit;
        this.random = random;
    }

    /** Imports what is right and says what is wrong with the other lines; {@code source} says where the file is from. */
    public Result run(Statement statement, String source, String csv, Act act) {
        return read(statement, csv, new Provenance(source, act.actor(), act.at()))
                .<Result>map(reading -> imported(statement, source, csv, reading, act))
                .orElseGet(Result.TooManyRows::new);
    }

    /** The same report, and nothing is changed. */
    public Result rehearse(Statement statement, String source, String csv, Act act) {
        return read(statement, csv, new Provenance(source, act.actor(), act.at()))
                .<Result>map(reading -> rehearsed(reading))
                .orElseGet(Result.TooManyRows::new);
    }

    private Report imported(Statement statement, String source, String csv, Reading reading, Act act) {
        List<Signature> rows = List.copyOf(reading.rows.values());
        Map<String, Object> file = Map.of("rows", rows.size(), "sha256", sha256(csv));
        audit.append(statement.id(), entry(1, "import", source, file, act));
        rows.stream().map(row -> row.words().category()).distinct().forEach(category -> tallies.use(
                statement.id(), category));
        List<Change> changes = Parallel.map(rows, signatures::add);
        int imported = (int) changes.stream().filter(Change.Made.class::isInstance).count();
        Report report = reading.report(imported);
        Map<String, Object> result = Map.of(
                "imported", report.imported(),
                "unchanged", report.unchanged(),
                "rejected", report.rejected().size());
        audit.append(statement.id(), entry(2, "import-result", source, result, act));
        return report;
    }

    private Report rehearsed(Reading reading) {
        int known = signatures.findAll(reading.rows.keySet()).size();
        return reading.report(reading.rows.size() - known);
    }

    private static AuditEntry entry(int number, String action, String source, Map<String, Object> told, Act act) {
        return act.entry(
                number, action, Optional.of(source), Optional.empty(), Optional.empty(), Optional.of(told));
    }

    /** Empty when there are too many rows. */
    private Optional<Reading> read(Statement statement, String csv, Provenance provenance) {
        String text = csv.startsWith(UTF_8_MARK) ? csv.substring(1) : csv;
        var reading = new Reading();
        try (var rows = rows(text)) {
            for (NamedCsvRecord row : rows) {
                if (reading.size() == 0) {
                    List<FieldError> header = headerErrors(row);
                    if (!header.isEmpty()) {
                        reading.rejected.add(new Rejected(1, header));
                        return Optional.of(reading);
                    }
                }
                if (reading.size() == MAX_ROWS) return Optional.empty();
                switch (ImportRow.read(row, statement, LocalDate.ofInstant(provenance.at(), ZoneOffset.UTC))) {
                    case ImportRow.Flawed(var errors) ->
                        reading.rejected.add(new Rejected(row.getStartingLineNumber(), errors));
                    case ImportRow.Filled filled ->
                        reading.add(signature(statement, filled, provenance, row.getStartingLineNumber()));
                }
            }
        } catch (CsvParseException e) {
            reading.rejected
                    .add(new Rejected(
                            brokenLine(e),
                            List.of(new FieldError("row", "malformed", "cannot be read as CSV, nor can what follows"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(reading);
    }

    /** A row with more or fewer fields than the header is one row's error, not the end of the file. */
    static CsvReader<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(NamedCsvRecordHandler.of(header -> header.allowDuplicateHeaderFields(true)), csv);
    }

    /** FastCSV tells the line in its message alone, and none where the header is broken. */
    private static long brokenLine(CsvParseException e) {
        Matcher line = LINE.matcher(e.getMessage());
        return line.find() ? Long.parseLong(line.group(1)) : 1;
    }

    private Signature signature(Statement statement, ImportRow.Filled row, Provenance provenance, long line) {
        var category = row.category();
        Words words = row.words();
        String sortKey = category.order() == Order.ARRIVAL
                ? SortKey.byArrival(row.signedOn().atStartOfDay(ZoneOffset.UTC).toInstant(), (int) line, random)
                : SortKey.byName(words.sortAs(), words.name(), random);
        SignatureId id = SignatureId.imported(
                statement.id(),
                category.id(),
                words.name(),
                words.affiliation().orElse(""));
        return Signature.imported(id, statement, words, sortKey, row.signedOn(), provenance);
    }

    private static String sha256(String csv) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<FieldError> headerErrors(NamedCsvRecord row) {
        List<FieldError> errors = new ArrayList<>();
        for (String column : row.getHeader())
            if (!ImportRow.COLUMNS.contains(column))
                errors.add(new FieldError(
                        column, "unknown", "is not a column; there are " + String.join(", ", ImportRow.COLUMNS)));
        for (String column : ImportRow.COLUMNS)
            if (Collections.frequency(row.getHeader(), column) > 1)
                errors.add(new FieldError(column, "repeated", "must stand in the header once"));
        for (String required : new TreeSet<>(ImportRow.REQUIRED))
            if (!row.getHeader().contains(required))
                errors.add(new FieldError(required, "required", "is a column that must be there"));
        return errors;
    }

    /** What became of a file. */
    public sealed interface Result permits Report, Result.TooManyRows {
        record TooManyRows() implements Result {}
    }

    /** How many rows were new, how many were there already, and which were refused. */
    public record Report(int imported, int unchanged, List<Rejected> rejected) implements Result {}

    /** A refused row by its physical line, the header being 1. */
    public record Rejected(long line, List<FieldError> errors) {}

    /** What a file holds: rows by their keys, how many repeat one of those, and the refused. */
    private static final class Reading {
        final Map<SignatureId, Signature> rows = new LinkedHashMap<>();
        final List<Rejected> rejected = new ArrayList<>();
        int repeated;

        void add(Signature row) {
            if (rows.putIfAbsent(row.id(), row) != null) repeated++;
        }

        int size() {
            return rows.size() + repeated + rejected.size();
        }

        Report report(int imported) {
            return new Report(imported, rows.size() - imported + repeated, List.copyOf(rejected));
        }
    }
}
