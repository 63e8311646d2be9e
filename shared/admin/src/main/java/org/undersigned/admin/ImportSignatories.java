package org.undersigned.admin;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Words;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Signatures.Change;

/** Publishes signatories who signed elsewhere, from a CSV file (RFC 4180); the same file twice changes nothing. */
public final class ImportSignatories {
    private static final String UTF_8_MARK = "\uFEFF";
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final Signatures signatures;
    private final Clock clock;
    private final RandomGenerator random;

    public ImportSignatories(Signatures signatures, Clock clock, RandomGenerator random) {
        this.signatures = signatures;
        this.clock = clock;
        this.random = random;
    }

    /** Imports what is right and says what is wrong with the other lines; {@code source} says where the file is from. */
    public Report run(Statement statement, String source, String csv) {
        String text = csv.startsWith(UTF_8_MARK) ? csv.substring(1) : csv;
        int imported = 0;
        int unchanged = 0;
        List<Rejected> rejected = new ArrayList<>();
        try (var rows = rows(text)) {
            for (NamedCsvRecord row : rows) {
                if (imported + unchanged + rejected.size() == 0) {
                    List<FieldError> header = headerErrors(row);
                    if (!header.isEmpty()) return new Report(0, 0, List.of(new Rejected(1, header)));
                }
                switch (ImportRow.read(row, statement, today())) {
                    case ImportRow.Flawed(var errors) ->
                        rejected.add(new Rejected(row.getStartingLineNumber(), errors));
                    case ImportRow.Filled filled -> {
                        if (add(statement, filled, source, row.getStartingLineNumber())) imported++;
                        else unchanged++;
                    }
                }
            }
        } catch (CsvParseException e) {
            rejected.add(new Rejected(
                    brokenLine(e),
                    List.of(new FieldError("row", "malformed", "cannot be read as CSV, nor can what follows"))));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Report(imported, unchanged, List.copyOf(rejected));
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

    private boolean add(Statement statement, ImportRow.Filled row, String source, long line) {
        var category = row.category();
        String name = row.words().name();
        String sortKey = category.order() == Order.ARRIVAL
                ? SortKey.byArrival(row.signedOn().atStartOfDay(ZoneOffset.UTC).toInstant(), (int) line, random)
                : SortKey.byName(row.words().sortAs(), name, random);
        SignatureId id = SignatureId.imported(
                statement.id(), category, name, row.words().affiliation().orElse(""));
        Words words = row.words();
        Instant now = clock.instant();
        Signature signature = Signature.imported(id, statement, words, sortKey, now, row.signedOn(), source);
        return signatures.add(signature) instanceof Change.Made;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
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

    /** How many rows were new, how many were there already, and which were refused. */
    public record Report(int imported, int unchanged, List<Rejected> rejected) {}

    /** A refused row by its physical line, the header being 1. */
    public record Rejected(long line, List<FieldError> errors) {}
}
