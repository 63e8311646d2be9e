package org.undersigned.importsignatories;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.text.Text;

/**
 * The rows of a CSV file (RFC 4180) with their physical lines, the header among them. Cells are parted by commas, semicolons,
 * tabs or vertical bars: as {@code sep=} says, else by what the header's columns are parted by. {@code brokenAt} is the line of a row
 * that cannot be read, where reading ends. Lines with nothing in their cells are no rows.
 */
record Sheet(List<Row> rows, char separator, Optional<Long> brokenAt) {
    private static final String MARK = "\uFEFF";
    private static final String SEPARATORS = ",;\t|";
    private static final String BETWEEN_CELLS = "[" + SEPARATORS + "]";
    private static final Pattern NAMED_SEPARATOR = Pattern.compile("(?i)\"?sep=([,;\t|])\"?(\\r\\n?|\\n|\\z)");
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /** Reads up to that many rows, and one more. */
    static Sheet read(String file, int max) {
        String text = file;
        while (text.startsWith(MARK)) text = text.substring(1);
        Matcher named = NAMED_SEPARATOR.matcher(text);
        int before = 0;
        Optional<Character> separator = Optional.empty();
        if (named.lookingAt()) {
            separator = Optional.of(named.group(1).charAt(0));
            text = text.substring(named.end());
            before = 1;
        }
        return read(text, separator.orElse(guessed(text)), before, max);
    }

    private static Sheet read(String text, char separator, int before, int max) {
        Optional<Quotation> open = Quotation.unclosed(text, separator);
        String whole =
                open.map(quotation -> text.substring(0, quotation.rowStart())).orElse(text);
        List<Row> rows = new ArrayList<>();
        Optional<Long> brokenAt = open.map(quotation -> quotation.line() + before);
        try (var reader = reader(whole, separator)) {
            for (CsvRecord read : reader) {
                Row row = new Row(read.getStartingLineNumber() + before, read.getFields());
                if (!row.isEmpty()) rows.add(row);
                if (rows.size() > max) return new Sheet(rows, separator, Optional.empty());
            }
        } catch (CsvParseException e) {
            brokenAt = Optional.of(brokenLine(e) + before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sheet(rows, separator, brokenAt);
    }

    /** A row with more or fewer cells than the header is one row's error, not the end of the file. */
    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text);
    }

    /** The one by which the first line that is not empty has the most columns that we know. */
    private static char guessed(String text) {
        String first = text.lines()
                .filter(line -> !Text.trim(line.replaceAll(BETWEEN_CELLS, "")).isEmpty())
                .findFirst()
                .orElse("");
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS.toCharArray()) {
            long known = List.of(first.split(Pattern.quote(String.valueOf(separator)))).stream()
                    .map(cell -> cell.replace("\"", ""))
                    .map(Header::column)
                    .filter(Header.KNOWN::contains)
                    .count();
            if (known > most) {
                best = separator;
                most = known;
            }
        }
        return best;
    }

    /** FastCSV tells the line in its message alone, and none where the first record is broken. */
    private static long brokenLine(CsvParseException e) {
        Matcher line = LINE.matcher(e.getMessage());
        return line.find() ? Long.parseLong(line.group(1)) : 1;
    }

    /** A row with the line that it begins on. */
    record Row(long line, List<String> cells) {
        boolean isEmpty() {
            return cells.stream().allMatch(cell -> Text.trim(cell).isEmpty());
        }

        /** Whether it goes on over several lines: a missing quotation mark makes one row of many. */
        boolean hasLineBreak() {
            return cells.stream().anyMatch(cell -> cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0);
        }
    }
}
