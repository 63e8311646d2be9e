package org.undersigned.importsignatories;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undersigned.domain.Definition;
import org.undersigned.domain.Details;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Provenance;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Json;

class SampleTest {
    private static final String ID = "hong-kong-safe-harbour";
    private static final KeyedHash HASH = new KeyedHash("secret");
    private static final Path SAMPLE = root().resolve("sample").resolve(ID);

    private final Map<String, Object> definition = Json.object(Files.readString(SAMPLE.resolve("statement.json")));
    private final Statement statement = Definition.read(ID, definition, 1, 1, Optional.empty());
    private final List<Details> rows = rows();

    SampleTest() throws IOException {}

    @Test
    void all117SignatoriesAreThere() {
        assertThat(rows.stream().collect(groupingBy(Details::category, counting())))
                .isEqualTo(Map.of("civil-society", 55L, "community-leaders", 5L, "parliamentarians", 57L));
    }

    @Test
    void noTwoRowsAreTheSame() {
        assertThat(rows.stream().map(this::id)).doesNotHaveDuplicates().hasSize(117);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        civil-society     |          | Democratic Party of China, Canada Committee |                    | Democratic Party of China, Canada Committee
        civil-society     |          | Global Pinoy Diaspora Canada                |                    | Global Pinoy Diaspora Canada
        civil-society     |          | International Support for Uyghurs           |                    | International Support for Uyghurs
        community-leaders |          | Joe Tay                                     | Hong Kong actor and singer in exile | Tay
        parliamentarians  | Hon. Dr. | Hedy Fry                                    | Member of Parliament | Fry
        parliamentarians  | Hon.     | Consiglio DiNino                            | former Senator     | DiNino
        parliamentarians  |          | Philip Lawrence                             | Member of Parliament | Lawrence
        parliamentarians  | Hon.     | Kerry-Lynne D. Findlay                      | Member of Parliament | Findlay
        """)
    void aHardRowIsReadRight(String category, String honorific, String name, String affiliation, String sortAs) {
        assertThat(rows)
                .filteredOn(row -> row.name().equals(name))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.category()).isEqualTo(category);
                    assertThat(row.honorific()).isEqualTo(Optional.ofNullable(honorific));
                    assertThat(row.affiliation()).isEqualTo(Optional.ofNullable(affiliation));
                    assertThat(row.sortAs()).isEqualTo(sortAs);
                });
    }

    @Test
    void noSlipOfTheScanIsLeft() {
        assertThat(rows)
                .flatExtracting(row -> List.of(row.name(), row.affiliation().orElse("")))
                .noneMatch(text ->
                        Stream.of("Pinov", "Uvghur", "*", "  ", ". Member").anyMatch(text::contains));
        assertThat(rows)
                .filteredOn(row -> !row.category().equals("civil-society"))
                .allSatisfy(row -> assertThat(row.name()).doesNotContain("Hon.", "Dr.", "Senator"));
    }

    @Test
    void honorificsStandApart() {
        assertThat(rows.stream().flatMap(row -> row.honorific().stream()).distinct())
                .containsExactlyInAnyOrder("Hon.", "Hon. Dr.");
    }

    private SignatureId id(Details row) {
        return new SignatureId(
                HASH.importedSigner(
                        ID,
                        row.category(),
                        statement.category(row.category()).orElseThrow().signs(),
                        row.shown()),
                HASH.importedCapacity(row.name(), row.affiliation().orElse("")));
    }

    private List<Details> rows() throws IOException {
        var provenance = new Provenance("sample", "sample", Instant.parse("2026-11-23T12:00:00Z"));
        ImportFile file = ImportFile.read(
                        Files.readString(SAMPLE.resolve("signatories.csv")),
                        ImportSignatories.MAX_ROWS,
                        statement,
                        provenance,
                        HASH,
                        RandomGenerator.getDefault())
                .orElseThrow();
        assertThat(file.rejected()).isEmpty();
        assertThat(file.repeated()).isZero();
        return file.signatures().values().stream().map(Signature::details).toList();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("template.yaml"))) folder = folder.getParent();
        return folder;
    }
}
