package org.undersigned.importsignatories;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.undersigned.domain.FieldError;
import org.undersigned.text.Text;

/** The columns of a file, in the file's order; one without a name must be empty in each row. */
record Header(List<String> columns) {
    static final List<String> KNOWN = List.of("category", "name", "honorific", "affiliation", "sort_as", "signed_on");
    private static final List<String> REQUIRED = List.of("category", "name");

    /** What else an export has: {@code listed} is read, the others tell of the statement that it is from. */
    static final String LISTED = "listed";

    private static final Set<String> EXPORTED = Set.of(
            LISTED, "id", "status", "email", "contact_name", "contact_role", "language", "text_version", "source");

    /** What a line begins with that names the separator; {@link Sheet} has read it where it names one that there is. */
    private static final String SEPARATOR = "sep=";

    /** Blanks of every kind, line breaks and hyphens. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");

    /** Of an unknown column's name, in code points. */
    private static final int MAX_SHOWN = 40;

    static Header of(List<String> cells) {
        return new Header(cells.stream().map(Header::column).toList());
    }

    /** As people write it: {@code Sort As} is {@code sort_as}. */
    static String column(String cell) {
        String typed = Text.clean(cell);
        String column = BETWEEN_WORDS.matcher(typed.toLowerCase(Locale.ROOT)).replaceAll("_");
        return KNOWN.contains(column) || EXPORTED.contains(column) ? column : typed;
    }

    List<FieldError> errors() {
        if (!columns.isEmpty() && columns.getFirst().regionMatches(true, 0, SEPARATOR, 0, SEPARATOR.length()))
            return List.of(new FieldError(
                    shown(columns.getFirst()),
                    "separator",
                    "must name a comma, a semicolon, a tab or a vertical bar, and nothing else on its line"));
        List<FieldError> errors = new ArrayList<>();
        for (String column : columns)
            if (!column.isEmpty() && !KNOWN.contains(column) && !EXPORTED.contains(column))
                errors.add(new FieldError(
                        shown(column), "unknown", "is not a column; there are " + String.join(", ", KNOWN)));
        columns.stream()
                .filter(column -> KNOWN.contains(column) || EXPORTED.contains(column))
                .filter(column -> Collections.frequency(columns, column) > 1)
                .distinct()
                .forEach(column -> errors.add(new FieldError(column, "repeated", "must stand in the header once")));
        for (String column : REQUIRED)
            if (!columns.contains(column))
                errors.add(new FieldError(column, "required", "is a column that must be there"));
        return errors;
    }

    /** What is wrong with a row's number of cells: under a column without a name they are empty. */
    Optional<FieldError> misfit(List<String> cells, char separator) {
        int width = width();
        boolean beside = IntStream.range(0, cells.size())
                .anyMatch(i -> i >= columns.size()
                        || (columns.get(i).isEmpty() && !Text.trim(cells.get(i)).isEmpty()));
        if (cells.size() >= width && !beside) return Optional.empty();
        return Optional.of(new FieldError(
                "row",
                "fields",
                "must have " + width + " fields as the header has, not " + cells.size() + "; a text with a "
                        + named(separator)
                        + " stands in quotation marks"));
    }

    private static String named(char separator) {
        return switch (separator) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "vertical bar";
            default -> "comma";
        };
    }

    /** Up to the last column with a name. */
    private int width() {
        int width = columns.size();
        while (width > 0 && columns.get(width - 1).isEmpty()) width--;
        return width;
    }

    /** The cells of a row by those columns that are read. */
    Map<String, String> cells(List<String> row) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++)
            if (KNOWN.contains(columns.get(i)) || columns.get(i).equals(LISTED)) cells.put(columns.get(i), row.get(i));
        return cells;
    }

    private static String shown(String column) {
        return column.codePointCount(0, column.length()) <= MAX_SHOWN
                ? column
                : column.substring(0, column.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    }
}
