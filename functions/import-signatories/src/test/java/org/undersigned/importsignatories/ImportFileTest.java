package org.undersigned.importsignatories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Campaign;
import org.undersigned.domain.Category;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Moderation;
import org.undersigned.domain.Order;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.domain.WatchList;

class ImportFileTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String HEADER = "category,name,honorific,affiliation,sort_as,signed_on\n";

    @Test
    void anUnknownColumnIsToldWhatThereIs() {
        var report = read("category,name,e-mail\nleaders,Anna,a@b.ca\nleaders,Zoë,z@b.ca\n");
        assertThat(report.rejected())
                .containsExactly(new ImportFile.Rejected(
                        1,
                        List.of(new FieldError(
                                "e-mail",
                                "unknown",
                                "is not a column; there are category, name, honorific, affiliation, sort_as,"
                                        + " signed_on"))));
    }

    @Test
    void allThatIsWrongWithTheHeaderIsToldAtOnce() {
        assertThat(errors("Category,full name\nleaders,Anna\n"))
                .containsExactly("1 full name unknown", "1 name required");
        assertThat(errors("category\nleaders\n")).containsExactly("1 name required");
    }

    @Test
    void theMarkOfUtf8IsNoPartOfTheFirstColumn() {
        assertThat(errors("\uFEFF" + HEADER + "leaders,,,,,\n")).containsExactly("2 name required");
    }

    @Test
    void anErrorNamesThePhysicalLine() {
        String csv = HEADER + "leaders,,,,,\n\n\"nobody\",\"An\nna\",,,,\nnobody,Zoë,,,,\n";
        assertThat(errors(csv))
                .containsExactly(
                        "2 name required",
                        "4 row line-break",
                        "4 category unknown",
                        "4 name forbidden-character",
                        "6 category unknown");
    }

    @Test
    void aRowOfOtherLengthHidesNoOtherError() {
        assertThat(errors(HEADER + "leaders,,,,,\n\nleaders,Anna,,,,,x\nleaders,,,,,\n"))
                .containsExactly("2 name required", "4 row fields", "5 name required");
    }

    @Test
    void aColumnStandsOnce() {
        assertThat(errors("category,name,name\nleaders,Anna,Zoë\n")).containsExactly("1 name repeated");
    }

    @Test
    void aLineThatNamesNoSeparatorOfOursIsRefused() {
        for (String line : List.of("sep=:", "SEP=", "sep=,,", "\"sep=; \""))
            assertThat(errors(line + "\ncategory:name\nleaders:Anna\n"))
                    .as(line)
                    .singleElement()
                    .asString()
                    .endsWith(" separator");
    }

    @Test
    void aColumnOfAnExportStandsOnceToo() {
        assertThat(errors("category,name,listed,Listed,id,id\nleaders,Anna,true,false,,\n"))
                .containsExactly("1 listed repeated", "1 id repeated");
    }

    @Test
    void whatIsNoCsvEndsTheImportAtItsLine() {
        String broken = "leaders,\"Nick\" Lee,,,,\n";
        assertThat(errors(HEADER + "leaders,,,,,\n\n\n" + broken + "leaders,,,,,\n"))
                .containsExactly("2 name required", "5 row malformed");
        assertThat(errors(HEADER + "\n" + broken)).containsExactly("3 row malformed");
        assertThat(errors("\"category\" ,name\nleaders,Anna\n")).containsExactly("1 row malformed");
    }

    @Test
    void theHeaderIsCheckedEvenWhenNoRowFollows() {
        assertThat(read(HEADER).rejected()).isEmpty();
        assertThat(errors("name,category")).isEmpty();
        assertThat(errors("category,surname\n")).containsExactly("1 surname unknown", "1 name required");
        assertThat(errors("\n\ncategory")).containsExactly("3 name required");
    }

    @Test
    void anEmptyFileLacksItsHeader() {
        assertThat(errors("")).containsExactly("1 category required", "1 name required");
        assertThat(errors("\uFEFF\r\n")).containsExactly("1 category required", "1 name required");
    }

    @Test
    void everyRowIsTold() {
        ImportFile file = read("category;name;affiliation;;\n"
                + "leaders;Imp A;River Club;;\n"
                + "leaders;Imp B\n"
                + ";;;;\n"
                + "leaders;Imp C;;;\n"
                + "leaders;Imp C;;;\n"
                + "leaders;Imp D;;x;\n"
                + "leaders;;;;\n"
                + "leaders;\"Imp E;;;\n"
                + "leaders;Imp F;;;\n");
        assertThat(file.signatures().values())
                .extracting(signature -> signature.details().name())
                .containsExactly("Imp A", "Imp C");
        assertThat(file.repeated()).isOne();
        assertThat(file.rejected())
                .extracting(rejected ->
                        rejected.line() + " " + rejected.errors().getFirst().code())
                .containsExactly("3 fields", "7 fields", "8 required", "9 malformed");
    }

    @Test
    void aRowWithOtherFieldsDoesNotEndTheFile() {
        ImportFile file = read("category,name\nleaders\nleaders,Anna,x\n\nleaders,Anna\n");
        assertThat(file.rejected()).extracting(ImportFile.Rejected::line).containsExactly(2L, 3L);
        assertThat(file.signatures()).hasSize(1);
    }

    @Test
    void theHeaderMayBeWrittenAsPeopleWriteIt() {
        for (String header : List.of(
                "Category,Name",
                "category, name",
                "category,name\u00A0",
                "\uFEFF\uFEFFCATEGORY,\u200Bname",
                "\"Category\",\"Name\",,",
                "category,name,Sort As,signed-on",
                "category,name,Sort\u00A0As",
                "category,name,\"Sort\nAs\"",
                "category,name,Signed\u2011On"))
            assertThat(read(header + "\nleaders,Anna" + ",".repeat(header.split(",", -1).length - 2) + "\n")
                            .signatures())
                    .as(header)
                    .hasSize(1);
    }

    @Test
    void anAdministratorsExportIsTaken() {
        ImportFile file = read(
                "\uFEFFcategory,name,honorific,affiliation,sort_as,signed_on,id,status,listed,email,contact_name,contact_role,language,text_version,source\r\n"
                    + "leaders,Zoë O’Brien,,'+1"
                    + " Group,O’Brien,2026-11-01,a.person,published,true,z@example.org,,,en,1,\r\n");
        assertThat(file.rejected()).isEmpty();
        assertThat(file.signatures().values())
                .singleElement()
                .satisfies(row -> assertThat(row.details().affiliation()).contains("+1 Group"));
    }

    @Test
    void aNameOfTheWatchListWaits() {
        ImportFile file = read("category,name,honorific\n"
                + "leaders,Jordan Example,\n"
                + "leaders,The real J\u043Erd\u0430n Ex\u00ADample,Prof.\n"
                + "leaders,Ann,\n");
        assertThat(file.signatures().values())
                .extracting(Signature::status)
                .containsExactly(Status.IN_REVIEW, Status.IN_REVIEW, Status.PUBLISHED);
    }

    @Test
    void rowsThatDifferByTitleAloneAreRowsOfOneSigner() {
        ImportFile file = read(
                "category,name,honorific\nleaders,Rosa Meier,\nleaders,\"Rosa Meier, PhD\",\nleaders,Rosa Meier,Dr.\n");
        assertThat(file.signatures().keySet())
                .extracting(SignatureId::signer)
                .hasSize(2)
                .containsOnly(file.signatures().keySet().iterator().next().signer());
        assertThat(file.repeated()).isOne();
    }

    @Test
    void fiveThousandRowsAreReadQuickly() {
        var csv = new StringBuilder(HEADER);
        for (int i = 0; i < 5_000; i++)
            csv.append("leaders,Zoë Ødegaard ").append(i).append(",Dr.,\"River Club, Ørsta\",,\n");
        long before = System.nanoTime();
        assertThat(read(csv.toString()).signatures()).hasSize(5_000);
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    }

    @Test
    void aLongColumnIsToldByItsBeginning() {
        assertThat(errors("category,name," + "😀".repeat(41) + "\n"))
                .containsExactly("1 " + "😀".repeat(40) + "… unknown");
    }

    private static List<String> errors(String csv) {
        return read(csv).rejected().stream()
                .flatMap(rejected -> rejected.errors().stream()
                        .map(error -> rejected.line() + " " + error.field() + " " + error.code()))
                .toList();
    }

    private static ImportFile read(String csv) {
        return ImportFile.read(
                        csv,
                        ImportSignatories.MAX_ROWS,
                        letter(),
                        new Provenance("a test", "ann", NOON),
                        new KeyedHash("secret"),
                        RandomGenerator.getDefault())
                .orElseThrow();
    }

    private static Statement letter() {
        return new Statement(
                "letter",
                Map.of("en", "Letter"),
                Map.of("en", "Text"),
                1,
                Campaign.NONE,
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Category(
                        "leaders",
                        Map.of("en", "Leaders"),
                        Map.of(),
                        Signs.PERSON,
                        Affiliation.OPTIONAL,
                        Admission.AUTOMATIC,
                        List.of(),
                        Order.NAME)),
                new Moderation(new WatchList(List.of("Jordan Example")), false),
                1);
    }
}
