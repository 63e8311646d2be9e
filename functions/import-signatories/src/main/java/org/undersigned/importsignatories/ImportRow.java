package org.undersigned.importsignatories;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.undersigned.admin.SpreadsheetCell;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Category;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Wording;
import org.undersigned.domain.Words;

/** Reads a row of an import and finds all that is wrong with it. */
final class ImportRow {
    /** In characters; what is longer would, times 5,000 rows, be more than a function may answer. */
    private static final int MAX_NAMED = 200;

    private final CsvRecord row;
    private final Header header;
    private final List<FieldError> errors = new ArrayList<>();

    private ImportRow(CsvRecord row, Header header) {
        this.row = row;
        this.header = header;
    }

    static Reading read(CsvRecord row, Header header, Statement statement, LocalDate today) {
        return new ImportRow(row, header).read(statement, today);
    }

    private Reading read(Statement statement, LocalDate today) {
        if (!header.fits(row))
            return new Flawed(List.of(new FieldError(
                    "row",
                    "fields",
                    "must have " + header.columns().size() + " fields as the header has, not " + row.getFieldCount()
                            + "; a text with a comma stands in quotation marks")));
        Optional<Category> category = category(statement);
        Optional<String> name = words("name", true);
        Optional<String> honorific = words("honorific", false);
        Optional<String> affiliation = affiliation(category);
        Optional<String> sortAs = words("sort_as", false);
        LocalDate signedOn = signedOn(today);
        if (!errors.isEmpty()) return new Flawed(List.copyOf(errors));
        return new Filled(
                category.get(),
                new Words(
                        category.get().id(),
                        name.get(),
                        honorific,
                        affiliation,
                        sortAs.orElseGet(() ->
                                SortKey.defaultSortAs(name.get(), category.get().signs())),
                        Optional.empty(),
                        statement.languages().getFirst(),
                        statement.textVersion(),
                        true),
                signedOn);
    }

    private Optional<Category> category(Statement statement) {
        Optional<Category> category = cell("category").flatMap(statement::category);
        if (category.isEmpty()) {
            String known = statement.categories().stream().map(Category::id).collect(Collectors.joining(", "));
            error(
                    "category",
                    "unknown",
                    known.length() <= MAX_NAMED ? "must be one of " + known : "must be a category of the statement");
        }
        return category;
    }

    private Optional<String> affiliation(Optional<Category> category) {
        Affiliation rule = category.map(Category::affiliation).orElse(Affiliation.OPTIONAL);
        Optional<String> affiliation = words("affiliation", rule == Affiliation.REQUIRED);
        if (rule == Affiliation.NONE && affiliation.isPresent())
            error("affiliation", "not-allowed", "must be empty: this category lists names alone");
        return affiliation;
    }

    private LocalDate signedOn(LocalDate today) {
        try {
            LocalDate signedOn = cell("signed_on").map(LocalDate::parse).orElse(today);
            if (signedOn.isAfter(today)) error("signed_on", "future", "must not lie in the future");
            if (signedOn.isBefore(LocalDate.EPOCH)) error("signed_on", "invalid", "must not lie before 1970");
            return signedOn;
        } catch (DateTimeParseException e) {
            error("signed_on", "invalid", "must be a date such as 2026-11-23, or empty");
            return today;
        }
    }

    private Optional<String> words(String column, boolean required) {
        Optional<String> tidy = cell(column);
        if (tidy.isEmpty()) {
            if (required) error(column, "required", "must not be empty");
            return tidy;
        }
        Optional<Wording.Flaw> flaw = Wording.flawOf(tidy.get());
        flaw.ifPresent(f -> error(column, f.code(), f.message()));
        return flaw.isPresent() ? Optional.empty() : tidy;
    }

    private Optional<String> cell(String column) {
        return header.cell(row, column)
                .map(SpreadsheetCell::unguarded)
                .map(Wording::tidy)
                .filter(cell -> !cell.isEmpty());
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }

    /** What a row was found to be. */
    sealed interface Reading {}

    record Filled(Category category, Words words, LocalDate signedOn) implements Reading {}

    record Flawed(List<FieldError> errors) implements Reading {}
}
