package org.undersigned.importsignatories;

import java.util.Optional;

/** A quotation mark that nobody closes: where the row with it begins, in characters, and on which line. */
record Quotation(int rowStart, long line) {
    /** FastCSV takes the rest of the file for the cell; we take nothing of the row. */
    static Optional<Quotation> unclosed(String csv, char separator) {
        boolean quoted = false;
        boolean cellStart = true;
        int rowStart = 0;
        long line = 1;
        long rowLine = 1;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            boolean lineEnd = c == '\n' || (c == '\r' && !csv.startsWith("\n", i + 1));
            if (lineEnd) line++;
            if (quoted) {
                if (c != '"') continue;
                if (csv.startsWith("\"", i + 1)) i++;
                else quoted = false;
                cellStart = false;
            } else if (c == '"' && cellStart) {
                quoted = true;
            } else {
                cellStart = c == separator || c == '\n' || c == '\r';
                if (lineEnd) {
                    rowStart = i + 1;
                    rowLine = line;
                }
            }
        }
        return quoted ? Optional.of(new Quotation(rowStart, rowLine)) : Optional.empty();
    }
}
