package org.undersigned.importsignatories;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.undersigned.domain.FieldError;

/** The columns of a file, in the file's order. */
record Header(List<String> columns) {
    static final List<String> KNOWN = List.of("category", "name", "honorific", "affiliation", "sort_as", "signed_on");
    private static final List<String> REQUIRED = List.of("category", "name");

    /** Of an unknown column's name, in code points. */
    private static final int MAX_SHOWN = 40;

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        for (String column : columns)
            if (!KNOWN.contains(column))
                errors.add(new FieldError(
                        shown(column), "unknown", "is not a column; there are " + String.join(", ", KNOWN)));
        for (String column : KNOWN)
            if (Collections.frequency(columns, column) > 1)
                errors.add(new FieldError(column, "repeated", "must stand in the header once"));
        for (String column : REQUIRED)
            if (!columns.contains(column))
                errors.add(new FieldError(column, "required", "is a column that must be there"));
        return errors;
    }

    boolean fits(CsvRecord row) {
        return row.getFieldCount() == columns.size();
    }

    /** Empty when the file has no such column. */
    Optional<String> cell(CsvRecord row, String column) {
        int at = columns.indexOf(column);
        return at < 0 ? Optional.empty() : Optional.of(row.getField(at));
    }

    private static String shown(String column) {
        return column.codePointCount(0, column.length()) <= MAX_SHOWN
                ? column
                : column.substring(0, column.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    }
}
