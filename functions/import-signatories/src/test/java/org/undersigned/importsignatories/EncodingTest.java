package org.undersigned.importsignatories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
    void aWorkbookIsRefusedByName() {
        assertThat(Encoding.fault(new byte[] {'P', 'K', 3, 4, 20, 0}))
                .contains("The body is a workbook (xlsx or ods); save it as CSV in UTF-8.");
        assertThat(Encoding.fault(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isPresent();
    }
}
