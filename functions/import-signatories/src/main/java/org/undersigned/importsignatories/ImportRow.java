package org.undersigned.importsignatories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.admin.SpreadsheetCell;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.forms.AffiliationField;
import org.undersigned.forms.DetailsSize;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;
import org.undersigned.text.Text;

/** Reads a row of an import and finds all that is wrong with it. */
final class ImportRow {
    private static final Set<String> COLUMNS =
            Stream.concat(Header.KNOWN.stream(), Stream.of(Header.LISTED)).collect(Collectors.toSet());

    /** Where a day begins first. */
    private static final ZoneOffset LATEST = ZoneOffset.ofHours(14);

    private ImportRow() {}

    static Reading read(Sheet.Row row, Header header, char separator, Statement statement, Instant now) {
        Optional<FieldError> misfit = header.misfit(row.cells(), separator);
        if (misfit.isPresent()) return new Flawed(List.of(misfit.get()));
        Form form = Form.of(cells(row, header), COLUMNS);
        if (row.hasLineBreak())
            form.error("row", "line-break", "goes on over several lines: is a quotation mark missing?");
        Optional<Category> category = form.required("category").oneOf(statement.categories(), Category::id);
        Optional<String> name = form.required("name").name();
        Optional<String> honorific = form.optional("honorific").name();
        Optional<String> affiliation = AffiliationField.read(form, category, Optional.empty());
        Optional<String> sortAs = form.optional("sort_as").name();
        LocalDate signedOn = signedOn(form.optional("signed_on"), now);
        boolean listed = form.optional(Header.LISTED)
                .oneOf(List.of(true, false), String::valueOf)
                .orElse(true);
        if (!form.isSound()) return new Flawed(form.errors());
        var details = new Details(
                category.get().id(),
                name.get(),
                honorific,
                affiliation,
                sortAs.orElseGet(
                        () -> SortKey.defaultSortAs(name.get(), category.get().signs())),
                Optional.empty(),
                statement.languages().getFirst(),
                statement.textVersion(),
                listed);
        return DetailsSize.check(details, form)
                ? new Filled(category.get(), details, signedOn)
                : new Flawed(form.errors());
    }

    /** The filled cells by their columns. */
    private static Map<String, String> cells(Sheet.Row row, Header header) {
        Map<String, String> cells = new TreeMap<>();
        header.cells(row.cells()).forEach((column, cell) -> {
            String text = Text.clean(SpreadsheetCell.unguarded(cell));
            // A spreadsheet that saves an export again writes TRUE.
            if (column.equals(Header.LISTED)) text = text.toLowerCase(Locale.ROOT);
            if (!text.isEmpty()) cells.put(column, text);
        });
        return cells;
    }

    private static LocalDate signedOn(Field field, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate signedOn = field.read(ImportRow::date, "must be a date such as 2026-11-23, or empty")
                .orElse(today);
        if (signedOn.isAfter(LocalDate.ofInstant(now, LATEST))) field.error("future", "must not lie in the future");
        if (signedOn.isBefore(LocalDate.EPOCH)) field.error("invalid", "must not lie before 1970");
        return signedOn;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** What a row was found to be. */
    sealed interface Reading {}

    record Filled(Category category, Details details, LocalDate signedOn) implements Reading {}

    record Flawed(List<FieldError> errors) implements Reading {}
}
