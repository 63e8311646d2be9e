package org.undersigned.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1 Group",
                "-",
                "@home",
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
                "\u200B=1",
                "\u2800=1"
            })
    void whatASpreadsheetWouldRunIsGuardedAndComesBack(String text) {
        assertThat(SpreadsheetCell.guarded(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetCell.unguarded("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Jean Dupont;=cmd/C calc;   | Jean Dupont;'=cmd/C calc;
        a; "=1                     | a;' "=1
        =a;=b;c                    | '=a;'=b;c
        a;'=b                      | a;''=b
        """)
    void aSemicolonOrATabMayBeginACell(String text, String guarded) {
        assertThat(SpreadsheetCell.guarded(text)).isEqualTo(guarded);
        assertThat(SpreadsheetCell.unguarded(guarded)).isEqualTo(text);
        assertThat(SpreadsheetCell.guarded(text.replace(';', '\t'))).isEqualTo(guarded.replace(';', '\t'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ann-Marie",
                "O’Brien",
                "'t Hart",
                "'",
                "'quoted'",
                "a=b",
                "2026-01-31",
                "王伟",
                "1+1",
                "a;b",
                "a, -b"
            })
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(SpreadsheetCell.guarded(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.unguarded(text)).isEqualTo(text);
    }

    @RepeatedTest(200)
    @ExtendWith(InstancioExtension.class)
    void noCellIsRunWhicheverTheSeparatorAndEachComesBack(@Given(Hostile.class) String text) {
        String guarded = SpreadsheetCell.guarded(text);
        for (String cell : guarded.split("[;\t|\n\r]", -1))
            assertThat(cell).doesNotContainPattern("^[\\p{Z}\\p{Cf}\"]*[-=+@＝]");
        assertThat(SpreadsheetCell.unguarded(guarded)).isEqualTo(text);
    }

    static final class Hostile implements GivenProvider {
        private static final char[] CHARACTERS = "=+-@＝;;\t|,'' \" \n\u00A0\u200Bab".toCharArray();

        @Override
        public Object provide(ElementContext context) {
            return context.random().stringOf(context.random().intRange(0, 12), CHARACTERS);
        }
    }

    @Test
    void aLongTextOfBlanksAndQuotesIsReadOnce() {
        String text = " '\"".repeat(100_000);
        assertThat(SpreadsheetCell.guarded(text)).isEqualTo(text);
        String separators = ";\t".repeat(100_000);
        assertThat(SpreadsheetCell.guarded(separators)).isEqualTo(separators);
    }
}
