package org.undersigned.importsignatories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String CSV = "category,name\npeople,Zoë\n";

    @Test
    void utf8IsRead() {
        assertThat(Encoding.fault(CSV.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(Encoding.fault(("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Encoding.fault(new byte[0])).isEmpty();
    }

    @Test
    void utf16IsRefusedByNameWithAMarkAndWithout() {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE})
            assertThat(Encoding.fault(CSV.getBytes(charset)))
                    .contains("The body is in UTF-16; save it as CSV in UTF-8.");
        assertThat(Encoding.fault(new byte[] {(byte) 0xFF, (byte) 0xFE})).isPresent();
    }

    @Test
    void aNullInTextIsNoUtf16() {
        for (String csv :
                new String[] {CSV + "people,A\0n\0n\n", "c\0,name\n", "category\0\0,name\n", "\0", "\0\0\0\0"})
            assertThat(Encoding.fault(csv.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "X-UTF-16LE-BOM"})
    void wideCharactersAreKnownAlsoWhenAGatewayHasReplacedTheirMark(String charset) {
        byte[] file = CSV.getBytes(Charset.forName(charset));
        String name = charset.replaceFirst("X-", "").substring(0, 6);
        assertThat(Encoding.fault(file)).contains("The body is in " + name + "; save it as CSV in UTF-8.");
        byte[] replaced = new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        assertThat(Encoding.fault(replaced)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, a PDF",
        "'\uFEFF%PDF-1.7', a PDF",
        "'[{\"category\": \"people\"}]', JSON",
        "'\uFEFF\uFEFF\r\n {\"category\": \"people\"}', JSON",
        "'\uFEFF\uFEFF<html>', HTML or XML",
        "<html>, HTML or XML",
        "'\uFEFF <?xml version=\"1.0\"?>', HTML or XML",
        "{\\rtf1, a text document (RTF)"
    })
    void otherKindsOfFilesAreRefusedByName(String text, String kind) {
        assertThat(Encoding.fault(text.getBytes(StandardCharsets.UTF_8)))
                .contains("The body is " + kind + "; save it as CSV in UTF-8.");
    }

    @Test
    void aWorkbookIsRefusedByName() {
        for (byte[] mark : new byte[][] {{3, 4}, {5, 6}, {7, 8}})
            assertThat(Encoding.fault(new byte[] {'P', 'K', mark[0], mark[1], 20, 0}))
                    .contains("The body is a workbook (xlsx or ods) or another ZIP archive; save it as CSV in UTF-8.");
        assertThat(Encoding.fault(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isPresent();
    }
}
