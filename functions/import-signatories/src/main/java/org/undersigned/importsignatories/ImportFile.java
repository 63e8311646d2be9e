package org.undersigned.importsignatories;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Order;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Words;

/** A CSV file (RFC 4180) as it was read for a statement: its signatures by their keys, and the refused rows. */
final class ImportFile {
    private static final String UTF_8_MARK = "\uFEFF";
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final Map<SignatureId, Signature> signatures = new LinkedHashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Statement statement;
    private final Provenance provenance;
    private final RandomGenerator random;
    private int repeated;

    private ImportFile(Statement statement, Provenance provenance, RandomGenerator random) {
        this.statement = statement;
        this.provenance = provenance;
        this.random = random;
    }

    /** Empty when there are more rows than that. */
    static Optional<ImportFile> read(
            String csv, int maxRows, Statement statement, Provenance provenance, RandomGenerator random) {
        var file = new ImportFile(statement, provenance, random);
        return file.read(csv, maxRows) ? Optional.of(file) : Optional.empty();
    }

    Map<SignatureId, Signature> signatures() {
        return signatures;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    /** How many rows repeat one before them. */
    int repeated() {
        return repeated;
    }

    private int rows() {
        return signatures.size() + repeated + rejected.size();
    }

    private boolean read(String csv, int maxRows) {
        try (var reader = reader(csv.startsWith(UTF_8_MARK) ? csv.substring(1) : csv)) {
            var records = reader.iterator();
            Optional<CsvRecord> first = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            var header = new Header(first.map(CsvRecord::getFields).orElse(List.of()));
            List<FieldError> errors = header.errors();
            if (!errors.isEmpty()) {
                reject(first.map(CsvRecord::getStartingLineNumber).orElse(1L), errors);
                return true;
            }
            while (records.hasNext()) {
                CsvRecord row = records.next();
                if (rows() == maxRows) return false;
                add(row, header);
            }
        } catch (CsvParseException e) {
            reject(
                    brokenLine(e),
                    List.of(new FieldError("row", "malformed", "cannot be read as CSV, nor can what follows")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    /** A row with more or fewer fields than the header is one row's error, not the end of the file. */
    private static CsvReader<CsvRecord> reader(String csv) {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(csv);
    }

    private void add(CsvRecord row, Header header) {
        switch (ImportRow.read(row, header, statement, LocalDate.ofInstant(provenance.at(), ZoneOffset.UTC))) {
            case ImportRow.Flawed(var errors) -> reject(row.getStartingLineNumber(), errors);
            case ImportRow.Filled filled -> {
                Signature signature = signature(filled);
                if (signatures.putIfAbsent(signature.id(), signature) != null) repeated++;
            }
        }
    }

    private Signature signature(ImportRow.Filled row) {
        var category = row.category();
        Words words = row.words();
        String sortKey = category.order() == Order.ARRIVAL
                ? SortKey.byArrival(row.signedOn().atStartOfDay(ZoneOffset.UTC).toInstant(), rows(), random)
                : SortKey.byName(words.sortAs(), words.name(), random);
        SignatureId id = SignatureId.imported(
                statement.id(), category.id(), words.name(), words.affiliation().orElse(""));
        return Signature.imported(id, statement, words, sortKey, row.signedOn(), provenance);
    }

    private void reject(long line, List<FieldError> errors) {
        rejected.add(new Rejected(line, errors));
    }

    /** FastCSV tells the line in its message alone, and none where the first record is broken. */
    private static long brokenLine(CsvParseException e) {
        Matcher line = LINE.matcher(e.getMessage());
        return line.find() ? Long.parseLong(line.group(1)) : 1;
    }

    /** A refused row by its physical line, the header being 1. */
    record Rejected(long line, List<FieldError> errors) {}
}
