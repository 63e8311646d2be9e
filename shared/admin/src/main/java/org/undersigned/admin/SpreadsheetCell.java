package org.undersigned.admin;

import java.util.regex.Pattern;

/**
 * A text in a CSV file that somebody will open in a spreadsheet, which runs what begins as a formula. A semicolon or a tab
 * in the text begins a new cell where that is the spreadsheet's separator.
 */
public final class SpreadsheetCell {
    private static final String GUARD = "'";
    private static final String CELL_START = "(?<=^|[;|\\t\\r\\n])";

    /** Also behind blanks and quotes, which some spreadsheets pass over, and in full width, as Japanese ones take it. */
    private static final String FORMULA = "(?=[\\p{Z}\\p{Cf}\\u2800\\x0B\\f'\"]*+[-=+@＝＋－＠])";

    private static final Pattern RUNS = Pattern.compile(CELL_START + FORMULA);
    private static final Pattern GUARDED = Pattern.compile(CELL_START + GUARD + FORMULA);

    private SpreadsheetCell() {}

    /** With an apostrophe before what would be run: a spreadsheet shows the text as it is. */
    public static String guarded(String text) {
        return RUNS.matcher(text).replaceAll(GUARD);
    }

    /** The text that was guarded; any other stays as it is. */
    public static String unguarded(String cell) {
        return GUARDED.matcher(cell).replaceAll("");
    }
}
