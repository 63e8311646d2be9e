package org.undersigned.importsignatories;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Category;
import org.undersigned.domain.Moderation;
import org.undersigned.domain.Order;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Words;

class ImportRowTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Statement LETTER = new Statement(
            "letter",
            Map.of("fr", "Lettre"),
            Map.of("fr", "Texte"),
            4,
            Optional.empty(),
            State.CLOSED,
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
        assertThat(filled.words())
                .isEqualTo(new Words(
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
        assertThat(filled.words().sortAs()).isEqualTo("Democratic Party of China, Canada Committee");
        assertThat(filled.words().honorific()).isEmpty();
        assertThat(filled.words().affiliation()).isEmpty();
        assertThat(filled.signedOn()).isEqualTo(TODAY);
    }

    @Test
    void theApostropheThatGuardsACellIsNoPartOfIt() {
        assertThat(filled("leaders,'+1 Group,,'-,,").words().name()).isEqualTo("+1 Group");
        assertThat(filled("leaders,'+1 Group,,'-,,").words().affiliation()).contains("-");
        assertThat(filled("leaders,'t Hart,,,,").words().name()).isEqualTo("'t Hart");
    }

    @Test
    void anImportMaySortAsItLikes() {
        assertThat(filled("leaders,Thanh Hai Ngo,,,Zebra,").words().sortAs()).isEqualTo("Zebra");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ,Anna,,,,                        | category unknown
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
        leaders,Anna,,,,2026-11-24       | signed_on future
        leaders,Anna,,,,23/11/2026       | signed_on invalid
        leaders,Anna,,,,2026-02-30       | signed_on invalid
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
                "leaders,Anna,,,,,",
                "societies,Democratic Party of China, Canada Committee,,,,"
            })
    void aRowHasTheFieldsOfTheHeader(String row) {
        assertThat(errors(row)).containsExactly("row fields");
    }

    @Test
    void aRowWithOtherFieldsDoesNotEndTheFile() {
        var provenance = new Provenance("a test", "ann", Instant.parse("2026-11-23T12:00:00Z"));
        ImportFile file = ImportFile.read(
                        "category,name\nleaders\nleaders,Anna,x\n\nleaders,Anna\n",
                        3,
                        LETTER,
                        provenance,
                        RandomGenerator.getDefault())
                .orElseThrow();
        assertThat(file.rejected()).extracting(ImportFile.Rejected::line).containsExactly(2L, 3L);
        assertThat(file.signatures()).hasSize(1);
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
    void columnsMayStandInAnyOrderAndSomeBeLeftOut() {
        var header = new Header(List.of("name", "category"));
        var reading = ImportRow.read(record("Anna Lee,leaders"), header, LETTER, TODAY);
        assertThat(reading).isInstanceOf(ImportRow.Filled.class);
        assertThat(((ImportRow.Filled) reading).words().name()).isEqualTo("Anna Lee");
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
        return ImportRow.read(record(row), new Header(Header.KNOWN), LETTER, TODAY);
    }

    private static CsvRecord record(String row) {
        return CsvReader.builder().ofSingleCsvRecord(row);
    }

    private static Category category(String id, Signs signs, Affiliation affiliation) {
        return new Category(id, Map.of("fr", id), signs, affiliation, Admission.AUTOMATIC, List.of(), Order.NAME);
    }
}
