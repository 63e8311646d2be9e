package org.undersigned.importsignatories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "category,name,affiliation\npeople,Imp,River Club\n",
                "category;name;affiliation\npeople;Imp;River Club\n",
                "category\tname\taffiliation\npeople\tImp\tRiver Club\n",
                "\uFEFFcategory,name,affiliation\npeople,Imp,River Club",
                "\uFEFF\uFEFFcategory,name,affiliation\npeople,Imp,River Club",
                "category,name,affiliation\rpeople,Imp,River Club\r",
                "category,name,affiliation\r\npeople,Imp,River Club\r\n",
                "\"category\";\"name\";\"affiliation\"\n\"people\";\"Imp\";\"River Club\"\n",
                "category;name;affiliation\npeople;Imp;\"River Club\"\n"
            })
    void aFileIsReadByTheSeparatorOfItsHeader(String file) {
        Sheet sheet = Sheet.read(file, 10);
        assertThat(sheet.rows())
                .containsExactly(
                        new Sheet.Row(1, List.of("category", "name", "affiliation")),
                        new Sheet.Row(2, List.of("people", "Imp", "River Club")));
        assertThat(sheet.brokenAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",;\n", ";;;\n", "||\n", "\t\t\n", "\u00A0\n", "\n\u200B;\u3000\n"})
    void nothingInTheLinesBeforeTheHeaderHidesItsSeparator(String before) {
        assertThat(Sheet.read(before + "category;name\npeople;Ann, Lee\n", 10).separator())
                .isEqualTo(';');
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "\uFEFFsep=;\n"})
    void aFileMayNameItsSeparator(String named) {
        assertThat(Sheet.read(named + "category;name\npeople;Ann, Lee\n", 10).rows())
                .containsExactly(
                        new Sheet.Row(2, List.of("category", "name")), new Sheet.Row(3, List.of("people", "Ann, Lee")));
    }

    @Test
    void aVerticalBarIsASeparator() {
        for (String named : List.of("", "sep=|\n"))
            assertThat(Sheet.read(named + "category|name\npeople|Ann, Lee; B\n", 10)
                            .rows())
                    .extracting(Sheet.Row::cells)
                    .containsExactly(List.of("category", "name"), List.of("people", "Ann, Lee; B"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people,\"Imp A,River Club\npeople,Imp B,\npeople,Imp C,\n",
                "people,Imp A,\"River Club\npeople,Imp B,\npeople,Imp C,\n",
                "people,\"Imp \"\"A,River Club",
                "people,\"",
                "\"people\n\n\n"
            })
    void aQuotationMarkThatNobodyClosesEndsTheFileAtItsRow(String rows) {
        Sheet sheet = Sheet.read("category,name,affiliation\npeople,Whole,\n" + rows, 10);
        assertThat(sheet.rows()).extracting(Sheet.Row::line).containsExactly(1L, 2L);
        assertThat(sheet.brokenAt()).contains(3L);
    }

    @Test
    void quotationMarksInsideACellOpenNothing() {
        Sheet sheet = Sheet.read("category,name\npeople,Bob \"Bobby\" Lee\npeople,\"a \"\"b\"\" c\"\n", 10);
        assertThat(sheet.rows())
                .extracting(row -> row.cells().get(1))
                .containsExactly("name", "Bob \"Bobby\" Lee", "a \"b\" c");
        assertThat(sheet.brokenAt()).isEmpty();
    }

    @Test
    void whatFollowsAClosedQuotationEndsTheFileAtItsLine() {
        Sheet sheet = Sheet.read("category,name\npeople,A\n\npeople,\"Nick\" Lee\npeople,B\n", 10);
        assertThat(sheet.brokenAt()).contains(4L);
        assertThat(sheet.rows()).hasSize(2);
    }

    @Test
    void emptyLinesAndRowsOfEmptyCellsAreNoRows() {
        assertThat(Sheet.read("category,name\n\n,,\n \t,\npeople,A\n,\n", 10).rows())
                .extracting(Sheet.Row::line)
                .containsExactly(1L, 5L);
    }

    @Test
    void aRowOverSeveralLinesIsKnown() {
        Sheet sheet = Sheet.read("category,name\npeople,\"A\npeople,B\"\npeople,C\n", 10);
        assertThat(sheet.rows()).extracting(Sheet.Row::hasLineBreak).containsExactly(false, true, false);
        assertThat(sheet.rows()).extracting(Sheet.Row::line).containsExactly(1L, 2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF\r\n", ",", "\"", "sep=", "sep=;", "\u0000", "a\"b", "\"\"\""})
    void noFileFails(String file) {
        assertThat(Sheet.read(file, 10)).isNotNull();
    }
}
