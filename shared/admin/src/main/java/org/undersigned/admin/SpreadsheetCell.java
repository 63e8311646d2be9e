package org.undersigned.admin;

import java.util.regex.Pattern;

/** A text in a CSV file that somebody will open in a spreadsheet, which runs what begins as a formula. */
public final class SpreadsheetCell {
    private static final String GUARD = "'";

    /** Also behind white space and quotes, which some spreadsheets pass over, and in full width, as Japanese ones take it. */
    private static final Pattern RUNS = Pattern.compile("(?s)([\\t\\r\\n]|[\\s\\p{Z}'\"]*[-=+@＝＋－＠]).*");

    private SpreadsheetCell() {}

    /** With an apostrophe before what would be run: a spreadsheet shows the text as it is. */
    public static String guarded(String text) {
        return RUNS.matcher(text).matches() ? GUARD + text : text;
    }

    /** The text that was guarded; any other stays as it is. */
    public static String unguarded(String cell) {
        return cell.startsWith(GUARD) && RUNS.matcher(cell.substring(1)).matches() ? cell.substring(1) : cell;
    }
}
