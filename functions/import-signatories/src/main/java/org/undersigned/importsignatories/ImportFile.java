package org.undersigned.importsignatories;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.undersigned.domain.Details;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Order;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.WatchList;

/** A CSV file (RFC 4180) as it was read for a statement: its signatures by their keys, and the refused rows. */
final class ImportFile {
    private static final FieldError BROKEN = new FieldError(
            "row",
            "malformed",
            "cannot be read as CSV, nor can what follows: is a quotation mark missing or left open?");

    private final Map<SignatureId, Signature> signatures = new LinkedHashMap<>();
    private final Map<SignatureId, SignatureId> former = new HashMap<>();
    private final Map<SignatureId, List<Long>> lines = new HashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Statement statement;
    private final Provenance provenance;
    private final KeyedHash hash;
    private final RandomGenerator random;
    private final WatchList.Watch watch;
    private int taken;

    private ImportFile(Statement statement, Provenance provenance, KeyedHash hash, RandomGenerator random) {
        this.statement = statement;
        this.provenance = provenance;
        this.hash = hash;
        this.random = random;
        watch = statement.moderation().watchList().watch();
    }

    /** Empty when there are more rows than that. */
    static Optional<ImportFile> read(
            String csv,
            int maxRows,
            Statement statement,
            Provenance provenance,
            KeyedHash hash,
            RandomGenerator random) {
        var file = new ImportFile(statement, provenance, hash, random);
        return file.read(csv, maxRows) ? Optional.of(file) : Optional.empty();
    }

    Map<SignatureId, Signature> signatures() {
        return signatures;
    }

    /** The keys that rows may have from an earlier import, by those that they would take now. */
    Map<SignatureId, SignatureId> former() {
        return former;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    /** How many rows repeat one before them. */
    int repeated() {
        return taken - signatures.size();
    }

    private int rows() {
        return taken + rejected.size();
    }

    private boolean read(String csv, int maxRows) {
        Sheet sheet = Sheet.read(csv, maxRows + 1);
        if (sheet.rows().size() > maxRows + 1) return false;
        Header header = Header.of(
                sheet.rows().isEmpty() ? List.of() : sheet.rows().getFirst().cells());
        List<FieldError> errors = sheet.rows().isEmpty() && sheet.brokenAt().isPresent() ? List.of() : header.errors();
        if (!errors.isEmpty())
            reject(sheet.rows().isEmpty() ? 1 : sheet.rows().getFirst().line(), errors);
        else
            for (Sheet.Row row : sheet.rows()
                    .subList(Math.min(1, sheet.rows().size()), sheet.rows().size()))
                add(row, header, sheet.separator());
        sheet.brokenAt().filter(_ -> errors.isEmpty()).ifPresent(line -> reject(line, List.of(BROKEN)));
        return true;
    }

    private void add(Sheet.Row row, Header header, char separator) {
        switch (ImportRow.read(row, header, separator, statement, provenance.at())) {
            case ImportRow.Flawed(var errors) -> reject(row.line(), errors);
            case ImportRow.Filled filled -> {
                Signature signature = signature(filled);
                signatures.putIfAbsent(signature.id(), signature);
                lines.computeIfAbsent(signature.id(), _ -> new ArrayList<>()).add(row.line());
                taken++;
            }
        }
    }

    /** Takes a row out that was found to be wrong beside what there is already, and those that repeat it. */
    void reject(SignatureId id, FieldError error) {
        signatures.remove(id);
        for (long line : lines.get(id)) {
            taken--;
            reject(line, List.of(error));
        }
        rejected.sort(Comparator.comparingLong(Rejected::line));
    }

    private Signature signature(ImportRow.Filled row) {
        var category = row.category();
        Details words = row.details();
        String sortKey = category.order() == Order.ARRIVAL
                ? SortKey.byArrival(row.signedOn().atStartOfDay(ZoneOffset.UTC).toInstant(), rows(), random)
                : SortKey.byName(words.sortAs(), words.name(), random);
        List<SignatureId> keys = hash.importedRow(statement.id(), category.signs(), words);
        SignatureId id = keys.getFirst();
        if (keys.size() > 1) former.put(id, keys.getLast());
        boolean watched = watch.match(words.shown()).isPresent();
        return Signature.imported(id, statement, words, sortKey, row.signedOn(), provenance, watched);
    }

    private void reject(long line, List<FieldError> errors) {
        rejected.add(new Rejected(line, errors));
    }

    /** A refused row by the physical line that it begins on, from 1. */
    record Rejected(long line, List<FieldError> errors) {}
}
