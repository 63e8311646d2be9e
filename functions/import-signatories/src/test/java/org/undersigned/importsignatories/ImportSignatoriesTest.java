package org.undersigned.importsignatories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.undersigned.admin.Act;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Category;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Moderation;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Tallies;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is told of files of which nothing is to be stored: the table that they meet fails on every call. */
class ImportSignatoriesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String HEADER = "category,name,honorific,affiliation,sort_as,signed_on\n";

    @Test
    void anUnknownColumnIsToldWhatThereIs() {
        var report = run("category,name,e-mail\nleaders,Anna,a@b.ca\nleaders,Zoë,z@b.ca\n");
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
                .containsExactly("1 Category unknown", "1 full name unknown", "1 category required", "1 name required");
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
                        "2 name required", "4 category unknown", "4 name forbidden-character", "6 category unknown");
    }

    @Test
    void aRowOfOtherLengthHidesNoOtherError() {
        assertThat(errors(HEADER + "leaders,,,,,\n\nleaders,Anna,,,,,,\nleaders,,,,,\n"))
                .containsExactly("2 name required", "4 row fields", "5 name required");
    }

    @Test
    void aColumnStandsOnce() {
        assertThat(errors("category,name,name\nleaders,Anna,Zoë\n")).containsExactly("1 name repeated");
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
        assertThat(run(HEADER)).isEqualTo(new ImportSignatories.Report(0, 0, List.of()));
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
    void aLongColumnIsToldByItsBeginning() {
        assertThat(errors("category,name," + "😀".repeat(41) + "\n"))
                .containsExactly("1 " + "😀".repeat(40) + "… unknown");
    }

    private static List<String> errors(String csv) {
        return run(csv).rejected().stream()
                .flatMap(rejected -> rejected.errors().stream()
                        .map(error -> rejected.line() + " " + error.field() + " " + error.code()))
                .toList();
    }

    private static ImportSignatories.Report run(String csv) {
        var signatures = new Signatures(new Unreachable(), "signatures");
        var report = (ImportSignatories.Report) new ImportSignatories(
                        signatures,
                        new Tallies(new Unreachable(), "tallies", Clock.systemUTC()),
                        new Audit(new Unreachable(), "audit"),
                        RandomGenerator.getDefault())
                .dryRun(letter(), "a test", csv, new Act("ann", "administrator", NOON, "request"));
        assertThat(report.imported() + report.unchanged()).isZero();
        return report;
    }

    private static Statement letter() {
        return new Statement(
                "letter",
                Map.of("en", "Letter"),
                Map.of("en", "Text"),
                1,
                Optional.empty(),
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                List.of(new Category(
                        "leaders",
                        Map.of("en", "Leaders"),
                        Signs.PERSON,
                        Affiliation.OPTIONAL,
                        Admission.AUTOMATIC,
                        List.of(),
                        Order.NAME)),
                Moderation.NONE,
                1);
    }

    private static final class Unreachable implements DynamoDbClient {
        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
