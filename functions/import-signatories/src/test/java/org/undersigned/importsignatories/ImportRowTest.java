package org.undersigned.importsignatories;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Campaign;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.Moderation;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;

class ImportRowTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Statement LETTER = new Statement(
            "letter",
            Map.of("fr", "Lettre"),
            Map.of("fr", "Texte"),
            4,
            Campaign.NONE,
            State.CLOSED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                    category("leaders", Signs.PERSON, Affiliation.OPTIONAL),
                    category("members", Signs.PERSON, Affiliation.REQUIRED),
                    category("societies", Signs.ORGANISATION, Affiliation.NONE)),
            Moderation.NONE,
            1);

    @Test
    void aRowIsASignature() {
        var filled = filled("leaders, Jose\u0301 Álvarez ,Dr.,\"Senior Fellow, Institute\",,2020-08-01");
        assertThat(filled.details())
                .isEqualTo(new Details(
                        "leaders",
                        "José Álvarez",
                        Optional.of("Dr."),
                        Optional.of("Senior Fellow, Institute"),
                        "Álvarez",
                        Optional.empty(),
                        "fr",
                        4,
                        true));
        assertThat(filled.signedOn()).isEqualTo(LocalDate.of(2020, 8, 1));
        assertThat(filled.category().id()).isEqualTo("leaders");
    }

    @Test
    void whatIsEmptyHasItsDefault() {
        var filled = filled("societies,\"Democratic Party of China, Canada Committee\",,,,");
        assertThat(filled.details().sortAs()).isEqualTo("Democratic Party of China, Canada Committee");
        assertThat(filled.details().honorific()).isEmpty();
        assertThat(filled.details().affiliation()).isEmpty();
        assertThat(filled.signedOn()).isEqualTo(TODAY);
    }

    @Test
    void theApostropheThatGuardsACellIsNoPartOfIt() {
        assertThat(filled("leaders,'+1 Group,,'-,,").details().name()).isEqualTo("+1 Group");
        assertThat(filled("leaders,'+1 Group,,'-,,").details().affiliation()).contains("-");
        assertThat(filled("leaders,'t Hart,,,,").details().name()).isEqualTo("'t Hart");
    }

    @Test
    void anImportMaySortAsItLikes() {
        assertThat(filled("leaders,Thanh Hai Ngo,,,Zebra,").details().sortAs()).isEqualTo("Zebra");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ,Anna,,,,                        | category required
        nobody,Anna,,,,                  | category unknown
        leaders,,,,,                     | name required
        leaders,"  ",,,,                 | name required
        leaders,\u200B,,,,               | name required
        leaders,a\u0007b,,,,             | name forbidden-character
        leaders,www.x.y,,,,              | name link
        leaders,Anna,https://x,,,        | honorific link
        leaders,Anna,,a\u202Eb,,         | affiliation forbidden-character
        leaders,Anna,,,a://b,            | sort_as link
        members,Anna,,,,                 | affiliation required
        societies,PEN,,Canada,,          | affiliation not-allowed
        leaders,Anna,,,,2026-11-25       | signed_on future
        leaders,Anna,,,,23/11/2026       | signed_on invalid
        leaders,Anna,,,,2026-02-30       | signed_on invalid
        leaders,Anna,,,,2025-02-29       | signed_on invalid
        leaders,Anna,,,,23.11.2026       | signed_on invalid
        leaders,Anna,,,,2026-11-23T10:00Z | signed_on invalid
        leaders,Anna,,,,２０２６-１１-２３ | signed_on invalid
        leaders,Anna,,,,2026\u201111\u201123 | signed_on invalid
        leaders,Anna,,,,0001-01-01       | signed_on invalid
        leaders,Anna,,,,9999-12-31       | signed_on future
        leaders,Anna,,,,+10000-01-01     | signed_on future
        leaders,Anna,,,,today            | signed_on invalid
        leaders,Anna,,,,1969-12-31       | signed_on invalid
        leaders,Anna,,,,-999999999-01-01 | signed_on invalid
        """)
    void anErrorNamesItsColumn(String row, String error) {
        assertThat(errors(row)).containsExactly(error);
    }

    @Test
    void aTextHasAtMost200Characters() {
        assertThat(errors("leaders," + "é".repeat(200) + ",,,,")).isEmpty();
        assertThat(errors("leaders," + "é".repeat(201) + ",,,,")).containsExactly("name too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaders,Anna",
                "leaders",
                "leaders,Anna,,,,,x",
                "societies,Democratic Party of China, Canada Committee,,,,"
            })
    void aRowHasTheFieldsOfTheHeader(String row) {
        assertThat(errors(row)).containsExactly("row fields");
    }

    @Test
    void allErrorsOfARowAreToldAtOnce() {
        assertThat(errors("nobody,,www.x.y,www.x.y,www.x.y,x"))
                .containsExactly(
                        "category unknown",
                        "name required",
                        "honorific link",
                        "affiliation link",
                        "sort_as link",
                        "signed_on invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "1970-01-01", " 2020-02-29 "})
    void aDayUpToTodayIsTaken(String day) {
        assertThat(filled("leaders,Anna,,,," + day).signedOn()).isEqualTo(LocalDate.parse(day.strip()));
    }

    @Test
    void aDayMayHaveBegunElsewhere() {
        assertThat(filled("leaders,Anna,,,,2026-11-24").signedOn()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(errors("leaders,Anna,,,,2026-11-25")).containsExactly("signed_on future");
    }

    @Test
    void aRowOverSeveralLinesSaysSo() {
        assertThat(errors("leaders,\"Anna\nleaders,Zoë\",,,,"))
                .containsExactly("row line-break", "name forbidden-character");
    }

    @Test
    void aCellThatOnlyLooksEmptyIsEmpty() {
        assertThat(errors("leaders,\u00A0\u200B,,,,")).containsExactly("name required");
        assertThat(filled("leaders,Anna,\u00A0,\u3164,\u200B,\u2060").details().affiliation())
                .isEmpty();
        assertThat(filled("leaders\u00A0,River Club\u00A0,,,,").details().name())
                .isEqualTo("River Club");
    }

    @Test
    void columnsMayStandInAnyOrderAndSomeBeLeftOut() {
        var reading = ImportRow.read(
                new Sheet.Row(2, List.of("Anna Lee", "leaders")),
                Header.of(List.of("Name", "category ")),
                ',',
                LETTER,
                NOW);
        assertThat(reading).isInstanceOf(ImportRow.Filled.class);
        assertThat(((ImportRow.Filled) reading).details().name()).isEqualTo("Anna Lee");
    }

    @Test
    void whoIsNotListedIsNotListedAfterAnImportOfAnExport() {
        var header = Header.of(List.of("category", "name", "id", "listed", "email"));
        var reading = ImportRow.read(
                new Sheet.Row(2, List.of("leaders", "Anna", "x.person", "false", "anna@example.org")),
                header,
                ',',
                LETTER,
                NOW);
        assertThat(((ImportRow.Filled) reading).details().listed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"TRUE,true", "False,false", "' FALSE ',false", "'',true"})
    void whatASpreadsheetMakesOfTrueAndFalseIsRead(String cell, boolean listed) {
        var reading = ImportRow.read(
                new Sheet.Row(2, List.of("lea\u200Bders", "Anna", cell)),
                Header.of(List.of("category", "name", "listed")),
                ',',
                LETTER,
                NOW);
        assertThat(((ImportRow.Filled) reading).details().listed()).isEqualTo(listed);
    }

    private static ImportRow.Filled filled(String row) {
        var reading = reading(row);
        assertThat(reading).isInstanceOf(ImportRow.Filled.class);
        return (ImportRow.Filled) reading;
    }

    private static List<String> errors(String row) {
        return switch (reading(row)) {
            case ImportRow.Flawed(var errors) ->
                errors.stream().map(error -> error.field() + " " + error.code()).toList();
            case ImportRow.Filled _ -> List.of();
        };
    }

    private static ImportRow.Reading reading(String row) {
        return ImportRow.read(row(row), new Header(Header.KNOWN), ',', LETTER, NOW);
    }

    private static Sheet.Row row(String row) {
        return new Sheet.Row(2, CsvReader.builder().ofSingleCsvRecord(row).getFields());
    }

    private static Category category(String id, Signs signs, Affiliation affiliation) {
        return new Category(
                id, Map.of("fr", id), Map.of(), signs, affiliation, Admission.AUTOMATIC, List.of(), Order.NAME);
    }
}
