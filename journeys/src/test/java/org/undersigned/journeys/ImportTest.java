package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.undersigned.journeys.Problems.errors;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.LOCALSTACK;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.admin.OwnIssuer;
import org.undersigned.admin.Role;
import org.undersigned.importsignatories.ImportSignatoriesHandler;
import org.undersigned.lambda.Json;
import org.undersigned.local.Invocation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class ImportTest {
    private static final String HEADER = "category,name,honorific,affiliation,sort_as,signed_on\n";

    private final Journey journey = Journey.start();
    private final Admin administrator = Admin.administrator(journey);

    @Test
    void columnsStandInAnyOrderBehindAMarkAndWithEitherEndOfLine() {
        for (String csv : List.of(
                "\uFEFFname,category,affiliation\r\nAnn Lee,people,Baker\r\nBob Roy,people,\r\n",
                "affiliation,category,name\n,people,Cem Dyer\n",
                "category,name\rpeople,Dov Katz\r"))
            assertThat(administrator.importing("a list", csv).json()).containsEntry("rejected", List.of());

        assertThat(journey.names("people")).containsExactly("Cem Dyer", "Dov Katz", "Ann Lee", "Bob Roy");
        assertThat(journey.signatories("people").get(2)).containsEntry("affiliation", "Baker");
    }

    @Test
    void anUnknownColumnIsNamedAndNothingIsImported() {
        Api.Answer answer = administrator.importing("a list", "category,name,e-mail\npeople,Ann Lee,ann@example.org\n");

        assertThat(told(answer)).isEqualTo("0 0 [1 e-mail unknown]");
        assertThat(journey.items()).isEmpty();
        assertThat(told(administrator.importing("a list", "category,surname\n")))
                .isEqualTo("0 0 [1 surname unknown, 1 name required]");
    }

    @Test
    void badLinesAreNamedAndTheOthersImported() {
        String csv = HEADER
                + "people,Ann Lee,,,,\n\nnobody,Bob Roy,,,,\npeople,\"Cem\nDyer\",,,,\npeople,Dov,,,,2999-01-01\n"
                + "people,Eva Fox,,,,2026-01-31\npeople,Ann Lee,,,,\n";

        assertThat(told(administrator.importing("a list", csv)))
                .isEqualTo(
                        "2 1 [4 category unknown, 5 row line-break, 5 name forbidden-character, 7 signed_on future]");
        assertThat(journey.names("people")).containsExactly("Eva Fox", "Ann Lee");
    }

    @Test
    void importingAFileTwiceChangesNothing() {
        String csv = HEADER + "people,Ann Lee,Dr.,Baker,,\npeople,Ann Lee,Dr.,Cook,,\ndeputies,Ann Lee,,,,2020-01-02\n";
        assertThat(told(administrator.importing("a list", csv))).isEqualTo("3 0 []");
        var before = journey.items();

        assertThat(told(administrator.importing("another list", csv.replace("Ann", "ÁNN"))))
                .isEqualTo("0 3 []");
        assertThat(journey.items()).containsExactlyInAnyOrderElementsOf(before);
        journey.awaitTotal(3);
    }

    @Test
    void aCorrectedRowIsFoundUnderItsOldAndItsNewName() {
        String file = HEADER + "people,Rosa Meyer,,Baker,,\npeople,Bob Roy,,,,\n";
        administrator.importing("a list", file);
        String row = journey.imported("people", "Rosa Meyer", "Baker").text();
        for (String name : List.of("Rosa Meier", "Rosa Maier")) {
            Api.Answer answer = administrator.correct(row, Map.of("name", name, "reason", "a slip of the pen"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            String corrected = file.replace("Rosa Meyer", name);
            for (String csv : List.of(file, corrected)) {
                assertThat(told(administrator.importing(csv, Map.of("source", "x", "dryRun", "true"))))
                        .isEqualTo("0 2 []");
                assertThat(told(administrator.importing("x", csv))).isEqualTo("0 2 []");
            }
        }
        assertThat(journey.names("people")).containsExactly("Rosa Maier", "Bob Roy");
        journey.awaitTotal(2);
    }

    @Test
    void aCorrectedRowThatIsRejectedDoesNotComeBack() {
        administrator.importing("a list", HEADER + "people,Rosa Meyer,,,,\n");
        String row = journey.imported("people", "Rosa Meyer", "").text();
        administrator.correct(row, Map.of("name", "Rosa Meier", "affiliation", "Baker", "reason", "a slip"));
        assertThat(administrator.decide("reject", row)).containsExactly("rejected");

        assertThat(told(administrator.importing("a list", HEADER + "people,ROSA MEIER,,baker,,\n")))
                .isEqualTo("0 1 []");
        assertThat(journey.names("people")).isEmpty();
    }

    @Test
    void aRowThatIsCorrectedToTheWordsOfAnotherStaysBesideIt() {
        administrator.importing("a list", HEADER + "people,Rosa Meyer,,,,\npeople,Rosa Meier,,,,\n");
        String row = journey.imported("people", "Rosa Meyer", "").text();

        Api.Answer answer = administrator.correct(row, Map.of("name", "Rosa Meier", "reason", "a slip of the pen"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(journey.names("people")).containsExactly("Rosa Meier", "Rosa Meier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chief", "Elder", "Hon. Dr.", "Dr."})
    void anotherHonorificMakesNoOtherRow(String honorific) {
        administrator.importing("a list", HEADER + "people,Rosa Meier,,Baker,,\n");
        assertThat(told(administrator.importing("a list", HEADER + "people,Rosa Meier," + honorific + ",Baker,,\n")))
                .isEqualTo("0 1 []");
        assertThat(journey.names("people")).containsExactly("Rosa Meier");
    }

    @Test
    void aRowFromBeforeIsFoundWhereItsHonorificWasAPartOfItsKey() {
        String csv = HEADER + "people,Rosa Meier,Chief,Baker,,\n";
        administrator.importing("a list", csv);
        Map<String, AttributeValue> item = new HashMap<>(journey.items().getFirst());
        String table = journey.backend().env().required("SIGNATURES_TABLE");
        journey.backend()
                .dynamoDb()
                .deleteItem(r ->
                        r.tableName(table).key(Map.of("signer", item.get("signer"), "capacity", item.get("capacity"))));
        item.put(
                "signer",
                AttributeValue.fromS(
                        journey.imported("people", "Chief Rosa Meier", "").signer()));
        journey.backend().dynamoDb().putItem(r -> r.tableName(table).item(item));

        assertThat(told(administrator.importing(csv, Map.of("source", "x", "dryRun", "true"))))
                .isEqualTo("0 1 []");
        assertThat(told(administrator.importing("a list", csv))).isEqualTo("0 1 []");
        assertThat(journey.items()).hasSize(1);
    }

    @Test
    void aRowUnderTheNameOfASignerIsToldAndNotAdded() {
        journey.signAndConfirm(Signer.person("Rosa Meier").with("affiliation", "Baker"));
        journey.signAndConfirm(Signer.person("Bob Roy").with("listed", false));
        String csv = HEADER + "people,ROSA MEIER,Dr.,,,\npeople,Bob Roy,,,,\ndeputies,Rosa Meier,,,,\n"
                + "people,Rosa Mei\u0435r,,,,\n";

        for (String dryRun : List.of("true", "false"))
            assertThat(told(administrator.importing(csv, Map.of("source", "x", "dryRun", dryRun))))
                    .isEqualTo("1 0 [2 name signed, 3 name signed, 5 name signed]");
        assertThat(journey.names("people")).containsExactly("Rosa Meier");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
        CAT;name;AFF|people;Imp;River, Club                      ! 1 0 []
        CAT\tname\tAFF|people\tImp\tRiver Club                 ! 1 0 []
        sep=/|CAT/name/AFF|people/Imp/River Club                 ! 0 0 [1 sep=/ separator]
        sep=|name,CAT                                          ! 0 0 [1 sep= separator]
        name,CAT,CAT|Imp,people,people                           ! 0 0 [1 category repeated]
        CAT,name,listed,Listed|people,Imp,true,false           ! 0 0 [1 listed repeated]
        sep=;|CAT;name|people;Imp, A                              ! 1 0 []
        \uFEFF\uFEFFCategory, name,affiliation\u00A0|people,Imp,x   ! 1 0 []
        CAT,name                                               ! 0 0 []
        CAT,name|people,José Lee|people,JOSE LEE|people,J\u043Ese\u00A0L\u00ADee|people,Lee José ! 2 2 []
        CAT,name,AFF|people,Ann,A|people,Ann,a|people,Ann,B|deputies,Ann, ! 3 1 []
        CAT,name,AFF,,|people,Imp,River Club,,                   ! 1 0 []
        CAT,name,,AFF|people,Imp,,River Club                     ! 1 0 []
        CAT,name,,AFF|people,Imp,x,River Club|people,Amp,,       ! 1 0 [2 row fields]
        CAT,name,AFF|people,Imp|people,Amp,,x|people,Omp,        ! 1 0 [2 row fields, 3 row fields]
        CAT,name,AFF||,,|\u00A0,\u200B,|people,Imp,             ! 1 0 []
        ;;;|CAT;name;AFF|people;Imp;River, Club                ! 1 0 []
        sep=;U+2028CAT;name|people;Imp                         ! 0 0 [1 sep= separator]
        CAT,name,Sort\u00A0As,LISTED|peo\u00ADple,Imp,,FALSE    ! 1 0 []
        CAT,name,listed|people,Imp,yes                         ! 0 0 [2 listed unknown]
        CAT,name,AFF|people,"Imp A,River Club|people,Imp B,|people,Imp C,| ! 0 0 [2 row malformed]
        CAT,name,AFF|people,Imp A,"River Club|people,Imp B,|people,Imp C,| ! 0 0 [2 row malformed]
        CAT,name,AFF|people,Imp A,|people,"Imp B,|people,Imp C,  ! 1 0 [3 row malformed]
        CAT,name,AFF|"people,Imp A,|people,Imp B,                ! 0 0 [2 row malformed]
        CAT,name,AFF|people,Imp A,"|people,Imp B,                ! 0 0 [2 row malformed]
        CAT,name,AFF|people,"Imp A,|people,"Imp B",|people,C,    ! 0 0 [2 row malformed]
        CAT,name,AFF|people,Imp A,|people,Imp B                  ! 1 0 [3 row fields]
        CAT,name,AFF|people,Imp A,|people,"Imp B                 ! 1 0 [3 row malformed]
        CAT,name,AFF|people,"Imp|A",|people,Imp B,               ! 1 0 [2 row line-break, 2 name forbidden-character]
        CAT,name,AFF|people,Im\u0000p,|people,Imp B,             ! 1 0 [2 name forbidden-character]
        CAT,name,AFF|people,'=1+1,'＝x|people,'t Hart,            ! 2 0 []
        """)
    void whateverStandsInAFileIsTold(String file, String told) {
        String csv = file.replace('|', '\n')
                .replace("CAT", "category")
                .replace("AFF", "affiliation")
                .replace("U+2028", "\u2028");
        assertThat(told(administrator.importing("x", csv))).isEqualTo(told);
    }

    @Test
    void whereReadingHadToStopIsSaid() {
        Api.Answer answer = administrator.importing("x", "category,name\npeople,Imp A\npeople,\"Imp B\npeople,Imp C\n");

        assertThat(told(answer)).isEqualTo("1 0 [3 row malformed]");
        assertThat(answer.body()).contains("nor can what follows");
        assertThat(journey.names("people")).containsExactly("Imp A");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 0 []",
        "2, 0 0 [2 row malformed]",
        "7, 0 0 [2 row malformed]",
        "9, 0 0 [2 row fields]",
        "10, 0 0 [2 row malformed]"
    })
    void ofAFileThatWasCutOffInACellNothingOfItsRowIsTaken(int missing, String told) {
        String csv = "category,name,affiliation\npeople,\"Imp, A\",\"x y z\"\n";
        assertThat(told(administrator.importing("x", csv.substring(0, csv.length() - missing))))
                .isEqualTo(told);
    }

    @Test
    void aFileOfAnotherKindIsRefusedByItsName() {
        byte[] utf16 = (HEADER + "people,Zoë,,,,\n").getBytes(StandardCharsets.UTF_16LE);
        Map<String, byte[]> files = Map.of(
                "in UTF-16",
                utf16,
                "a workbook (xlsx or ods)",
                new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0},
                "JSON",
                "[{\"category\": \"people\"}]".getBytes(StandardCharsets.UTF_8),
                "a PDF",
                "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8),
                "HTML or XML",
                "\n<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8));
        files.forEach((name, file) -> {
            Api.Answer answer = administrator.importing(file, Map.of("source", "x"));
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.body()).contains("The body is " + name);
        });
        assertThat(administrator.importing("x", HEADER + "x".repeat(6_000_000)).body())
                .contains("An import has at most 5 MB.");
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() {
        administrator.importing("a list", HEADER + "people,Ann Lee,,,,\n");
        var before = journey.items();
        var audited = actions();
        String csv = HEADER + "people,Ann Lee,,,,\npeople,Bob Roy,,,,\npeople,,,,,\npeople,Bob Roy,,,,\n";

        Api.Answer dry = administrator.importing(csv, Map.of("source", "a list", "dryRun", "true"));

        assertThat(told(dry)).isEqualTo("1 2 [4 name required]");
        assertThat(journey.items()).isEqualTo(before);
        assertThat(actions()).isEqualTo(audited);
        assertThat(administrator.importing("a list", csv).body()).isEqualTo(dry.body());
    }

    @Test
    void aRowKeepsWhereItIsFromAndWhoImportedItWhen() {
        Instant before = Instant.now();
        Admin named = Admin.of(journey, Map.of("role", "administrator", "name", "ada"));

        named.importing("https://old.example/list, page 3", HEADER + "people,Ann Lee,,,,2026-01-31\n");

        assertThat(journey.items()).singleElement().satisfies(item -> {
            assertThat(item)
                    .containsEntry("source", AttributeValue.fromS("https://old.example/list, page 3"))
                    .containsEntry("importer", AttributeValue.fromS("ada"))
                    .containsEntry("signedOn", AttributeValue.fromS("2026-01-31"));
            assertThat(Instant.parse(item.get("importedAt").s())).isBetween(before, Instant.now());
        });
    }

    @Test
    void anImportIsInTheAuditBeforeAndAfter() {
        administrator.importing("a list", HEADER + "people,Ann Lee,,,,\npeople,,,,,\n");

        assertThat(administrator.audited())
                .extracting(entry -> entry.get("action"), entry -> entry.get("subject"))
                .endsWith(tuple("import", null), tuple("import-result", null));
        assertThat(administrator.audited().getLast().get("after"))
                .isEqualTo(Map.of(
                        "imported",
                        1,
                        "unchanged",
                        0,
                        "rejected",
                        1,
                        "source",
                        journey.backend().hash().source(journey.statement(), "a list")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dryRun=true", "source=", "source=%20", "source=a%07b", "source=%EF%BB%BF", "LONG"})
    void aSourceMustBeGiven(String query) {
        Api.Answer answer = post(
                query.replace("LONG", "source=" + "x".repeat(201)),
                HEADER.getBytes(StandardCharsets.UTF_8),
                "text/csv");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(errors(answer)).singleElement().asString().startsWith("source ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", ""})
    void dryRunIsTrueOrFalse(String dryRun) {
        Api.Answer answer = administrator.importing(HEADER, Map.of("source", "a list", "dryRun", dryRun));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(errors(answer)).containsExactly("dryRun invalid");
    }

    @Test
    void onlyCsvIsTaken() {
        byte[] csv = HEADER.getBytes(StandardCharsets.UTF_8);
        for (String type : List.of("application/json", "text/plain", "text/csv2"))
            assertThat(post("source=x", csv, type).status()).as(type).isEqualTo(415);
        assertThat(post("source=x", csv, "Text/CSV; charset=UTF-8").status()).isEqualTo(200);
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS, LOCALSTACK},
            because = "SAM CLI fails on what is not UTF-8")
    void brokenUtf8IsRefusedAsIsWhatTheGatewayMakesOfIt() {
        for (String charset : List.of("ISO-8859-1", "windows-1252", "x-MacRoman", "x-UTF-16LE-BOM", "UTF-16")) {
            byte[] other = (HEADER + "people,Zoë,,,,\n").getBytes(Charset.forName(charset));
            assertThat(administrator.importing(other, Map.of("source", "x")).status())
                    .as(charset)
                    .isEqualTo(400);
            String replaced = new String(other, StandardCharsets.UTF_8);
            assertThat(administrator.importing("x", replaced).status())
                    .as(charset)
                    .isEqualTo(400);
        }
        assertThat(journey.items()).isEmpty();
    }

    @Test
    void moreThan5MegabytesOr5000RowsAreTooMuch() {
        String cell = "x".repeat(1_000_000);
        String row = "people," + cell + ",,,,\n";
        assertThat(administrator.importing("x", HEADER + row.repeat(6)).status())
                .isEqualTo(413);
        assertThat(told(administrator.importing("x", HEADER + row.repeat(5))))
                .startsWith("0 0 [2 name too-long, 3 name");
        assertThat(administrator.importing("x", HEADER + rows(5_001)).status()).isEqualTo(413);
        assertThat(journey.items()).isEmpty();
    }

    @Test
    void theReportOnFiveThousandBadRowsFitsIntoAnAnswer() {
        String bad = "nobody" + ",a\u0007b".repeat(4) + ",x\n";
        Api.Answer answer = administrator.importing("x", HEADER + bad.repeat(5_000));

        assertThat(answer.status()).isEqualTo(200);
        assertThat((List<?>) answer.json().get("rejected")).hasSize(5_000);
        assertThat(Json.text(answer.body()).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(6_000_000);
    }

    @Test
    void anUnknownStatementIsNotFound() {
        var nowhere = new Admin(journey.api(), "nowhere", administrator.token());
        assertThat(nowhere.importing("x", HEADER).status()).isEqualTo(404);
    }

    @Test
    void moderatorsDoNotImport() {
        assertThat(Admin.moderator(journey)
                        .importing("x", HEADER + "people,Ann Lee,,,,\n")
                        .status())
                .isEqualTo(403);
        assertThat(journey.items()).isEmpty();
    }

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = "it lets the writes of a handler in this process fail")
    void whatDiedInTheMiddleIsCompletedByTheSameFile() throws Exception {
        String csv = HEADER + rows(200);
        assertThat(importUntilItDies(csv, 1)).isEqualTo(500);
        int there = journey.items().size();
        assertThat(there).isEqualTo(25);
        assertThat(actions()).endsWith("import");

        assertThat(told(administrator.importing("a list", csv))).isEqualTo((200 - there) + " " + there + " []");
        assertThat(journey.names("people")).hasSize(200).doesNotHaveDuplicates();
        assertThat(actions()).endsWith("import", "import", "import-result");
        journey.awaitTotal(200);
    }

    @Test
    void twoWhoImportTheSameFileAtOnceImportEachRowOnce() {
        String csv = HEADER + rows(200);

        List<Api.Answer> answers = AtOnce.times(2, _ -> administrator.importing("a list", csv));

        assertThat(answers.stream()
                        .mapToInt(answer -> (int) answer.json().get("imported"))
                        .sum())
                .isEqualTo(200);
        assertThat(journey.names("people")).hasSize(200).doesNotHaveDuplicates();
        journey.awaitTotal(200);
    }

    @ParameterizedTest
    @CsvSource({"people", "deputies"})
    void rowsOfOneDayStandInTheirOrder(String category) {
        journey.publish(IntStream.range(0, 120)
                .mapToObj(i -> category + ",Name %03d,,,,2020-01-01".formatted(i))
                .toArray(String[]::new));
        assertThat(journey.names(category)).hasSize(120).isSorted();
    }

    /** Answers the status that a function gives whose writes fail for good after so many of them. */
    private int importUntilItDies(String csv, int writes) throws Exception {
        var issuer = OwnIssuer.create("https://test.example", Clock.systemUTC());
        try (DynamoDbClient client = DyingClient.after(writes, TransactWriteItemsRequest.class, journey.backend())) {
            RequestStreamHandler handler = new ImportSignatoriesHandler(
                    OtherEnv.of(journey.backend().env(), Map.of()).with(client), issuer.identity());
            Map<String, Object> event = new HashMap<>();
            event.put("httpMethod", "POST");
            event.put("pathParameters", Map.of("statement", journey.statement()));
            event.put("queryStringParameters", Map.of("source", "a list"));
            event.put(
                    "headers",
                    Map.of(
                            "Content-Type",
                            "text/csv",
                            "Authorization",
                            "Bearer " + issuer.token("ann", Role.ADMINISTRATOR, Optional.empty())));
            event.put("requestContext", Map.of("requestId", journey.statement()));
            event.put("body", csv);
            return (int)
                    new Invocation("ImportSignatories", handler).call(event).get("statusCode");
        }
    }

    private Api.Answer post(String query, byte[] body, String contentType) {
        return journey.api()
                .send(
                        "POST",
                        "/admin/statements/" + journey.statement() + "/imports?" + query,
                        body,
                        "Authorization",
                        "Bearer " + administrator.token(),
                        "Content-Type",
                        contentType);
    }

    private List<Object> actions() {
        return administrator.audited().stream()
                .map(entry -> entry.get("action"))
                .toList();
    }

    private static String rows(int number) {
        return IntStream.range(0, number)
                .mapToObj("people,Name %04d,,Baker,,\n"::formatted)
                .collect(Collectors.joining());
    }

    /** {@code <imported> <unchanged> [<line> <field> <code>, …]}. */
    private static String told(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> errors = ((List<?>) answer.json().get("rejected"))
                .stream()
                        .map(Map.class::cast)
                        .flatMap(rejected -> ((List<?>) rejected.get("errors"))
                                .stream()
                                        .map(Map.class::cast)
                                        .map(error -> rejected.get("line") + " " + error.get("field") + " "
                                                + error.get("code")))
                        .toList();
        return answer.json().get("imported") + " " + answer.json().get("unchanged") + " " + errors;
    }
}
