package org.undersigned.exportsignatories;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.undersigned.admin.SpreadsheetCell;

/** Rows as a CSV file (RFC 4180) with a byte order mark and a header, in which no cell is a formula. */
final class Csv {
    /** The byte order mark, by which spreadsheets know UTF-8. */
    private static final char MARK = '\uFEFF';

    private Csv() {}

    static String of(List<String> columns, List<Row> rows) {
        var text = new StringWriter();
        text.write(MARK);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns);
            for (Row row : rows)
                csv.writeRecord(row.values().values().stream().map(Csv::cell).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(Object value) {
        return SpreadsheetCell.guarded(Objects.toString(value, ""));
    }
}
