package org.undersigned.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1 Group",
                "-",
                "@home",
                "\tx",
                "\rx",
                "\nx",
                " =1",
                "\u00A0=1",
                "\u3000＝1",
                "\"=1\"",
                "'=1",
                "''=1",
                "' \"=1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "=a\nb",
                " \t=1"
            })
    void whatASpreadsheetWouldRunIsGuardedAndComesBack(String text) {
        assertThat(SpreadsheetCell.guarded(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetCell.unguarded("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann-Marie", "O’Brien", "'t Hart", "'", "'quoted'", "a=b", "2026-01-31", "王伟", "1+1"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(SpreadsheetCell.guarded(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.unguarded(text)).isEqualTo(text);
    }

    @Test
    void aLongTextOfBlanksAndQuotesIsReadOnce() {
        String text = " '\"".repeat(100_000);
        assertThat(SpreadsheetCell.guarded(text)).isEqualTo(text);
    }
}
