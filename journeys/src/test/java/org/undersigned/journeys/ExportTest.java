package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    private final Journey journey = Journey.start();
    private final Admin administrator = Admin.administrator(journey);
    private final Admin moderator = Admin.moderator(journey);

    @Test
    void moderatorsGetWhatThePublicSees() {
        journey.publish("people,Ann Lee,Dr.,\"Baker, retired\",,2026-01-31");
        signUnlisted("Una Nimity");

        Api.Answer answer = moderator.export(CSV, Map.of());

        assertThat(answer.body())
                .isEqualTo("\uFEFFcategory,name,honorific,affiliation,signed_on\r\n"
                        + "people,Ann Lee,Dr.,\"Baker, retired\",2026-01-31\r\n");
        assertThat(answer.header("content-type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(answer.header("content-disposition"))
                .isEqualTo("attachment; filename=\"" + journey.statement() + ".csv\"");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.header("link")).isEmpty();
        assertThat(moderator.export(JSON, Map.of()).json())
                .isEqualTo(answerOf(List.of(Map.of(
                        "category", "people",
                        "name", "Ann Lee",
                        "honorific", "Dr.",
                        "affiliation", "Baker, retired",
                        "signedOn", "2026-01-31"))));
    }

    @Test
    void administratorsGetAllColumns() {
        journey.publish("people,Ann Lee,Dr.,Baker,Ann,2026-01-31");
        Signer group = Signer.organisation("Bakers United");
        journey.signAndConfirm(group);
        journey.awaitTotal(2);

        List<NamedCsvRecord> rows = records(administrator.export(CSV, Map.of()).body());

        assertThat(rows.getFirst().getHeader())
                .containsExactly(
                        "category",
                        "name",
                        "honorific",
                        "affiliation",
                        "sort_as",
                        "signed_on",
                        "id",
                        "status",
                        "listed",
                        "email",
                        "contact_name",
                        "contact_role",
                        "language",
                        "text_version",
                        "source");
        assertThat(rows.getFirst().getFields().subList(0, 6))
                .containsExactly("people", "Ann Lee", "Dr.", "Baker", "Ann", "2026-01-31");
        assertThat(rows.getFirst().getFields().subList(7, 15))
                .containsExactly("published", "true", "", "", "", "en", "1", "journey");
        assertThat(rows.get(1).getField("id")).isEqualTo(Admin.id(journey, group));
        assertThat(rows.get(1).getFields().subList(7, 15))
                .containsExactly("published", "true", group.email(), "Jane Doe", "Secretary", "en", "1", "");
        assertThat(signatories(administrator.export(JSON, Map.of())).get(1))
                .containsEntry("email", group.email())
                .containsEntry("contactName", "Jane Doe")
                .containsEntry("listed", true)
                .containsEntry("textVersion", 1)
                .containsEntry("source", null);
    }

    @Test
    void onlyWhatIsPublishedIsExported() {
        journey.sign(Signer.person("Pen Ding"), 1);
        journey.signAndConfirm(
                Signer.person("Rae View").with("category", "scholars").with("affiliation", "Chair"));
        var mail = journey.signAndConfirm(Signer.person("Will Draw"));
        journey.api().press(Links.withdrawal(mail));
        journey.signAndConfirm(Signer.person("Pub Lished"));
        journey.awaitTotal(1);

        assertThat(names(administrator, 500)).containsExactly("Pub Lished");
    }

    @Test
    void categoriesComeInTheirOrderAndTheUnlistedAfterTheListed() {
        signUnlisted("Una Nimity");
        journey.publish(
                "groups,A Group,,,,",
                "deputies,Dep Uty,,,,2020-01-02",
                "deputies,Ear Lier,,,,2020-01-01",
                "people,Zoë Abel,,,,",
                "people,Ann Zorn,,,,");

        List<String> all = List.of("Zoë Abel", "Ann Zorn", "Una Nimity", "Ear Lier", "Dep Uty", "A Group");
        for (int limit : List.of(1, 2, 3, 4, 5, 6, 7, 1000))
            assertThat(names(administrator, limit)).isEqualTo(all);
        assertThat(names(moderator, 2))
                .isEqualTo(all.stream().filter(name -> !name.startsWith("Una")).toList());
        assertThat(records(administrator
                        .export(CSV, Map.of("category", "deputies"))
                        .body()))
                .extracting(row -> row.getField("name"))
                .containsExactly("Ear Lier", "Dep Uty");
        assertThat(administrator.export(CSV, Map.of("category", "deputies")).header("content-disposition"))
                .contains("-deputies.csv");
    }

    @ParameterizedTest
    @CsvSource({"1,117", "39,3", "116,2", "117,1", "500,1"})
    void aPageFollowsOnlyWhereThereIsMore(int limit, int pages) {
        Journey sample = Journey.ofTheSample();

        assertThat(pages(Admin.moderator(sample), Map.of("limit", "" + limit))).hasSize(pages);
    }

    @Test
    void anEmptyExportHasItsHeader() {
        assertThat(moderator.export(CSV, Map.of()).body())
                .isEqualTo("\uFEFFcategory,name,honorific,affiliation,signed_on\r\n");
        assertThat(moderator.export(JSON, Map.of()).json()).isEqualTo(answerOf(List.of()));
    }

    @Test
    void whatIsPublishedThroughoutIsThereOnceWhileOthersSignAndWithdraw() {
        List<String> standing =
                IntStream.range(0, 60).mapToObj("Name %03d"::formatted).toList();
        journey.publish(standing.stream().map(name -> "people," + name + ",,,,").toArray(String[]::new));
        for (int i = 0; i < 3; i++) signUnlisted("Still Here " + i);
        var done = new AtomicBoolean();

        List<List<String>> met = AtOnce.all(List.of(
                () -> {
                    List<String> names = new ArrayList<>();
                    for (int round = 0; round < 5; round++) {
                        List<String> export = names(administrator, 7);
                        assertThat(export.stream().filter(name -> !name.contains("Passing")))
                                .containsExactlyInAnyOrderElementsOf(all(standing));
                        names.addAll(export);
                    }
                    done.set(true);
                    return names;
                },
                () -> {
                    for (int i = 0; !done.get() && i < 200; i++) {
                        Signer passing = Signer.person("Passing " + i % 7).with("listed", i % 3 > 0);
                        journey.api().press(Links.withdrawal(journey.signAndConfirm(passing)));
                    }
                    return List.of();
                }));

        assertThat(met.getFirst()).hasSizeGreaterThanOrEqualTo(5 * 63);
    }

    private static List<String> all(List<String> standing) {
        List<String> all = new ArrayList<>(standing);
        for (int i = 0; i < 3; i++) all.add("Still Here " + i);
        return all;
    }

    @Test
    void noCellIsAFormula() {
        journey.publish(
                "people,=1+1 Sum,,-,,",
                "people,+1 Group,,@home,,",
                "people,\"\"\"=cmd\",,\"'' +x\",,",
                "people,＝Wide,,'quoted',,",
                "people,Ann-Marie O’Brien,Dr.,a=b,,");

        String csv = moderator.export(CSV, Map.of()).body();

        assertThat(records(csv))
                .extracting(row -> row.getField("name") + "|" + row.getField("affiliation"))
                .containsExactlyInAnyOrder(
                        "'=1+1 Sum|'-",
                        "'+1 Group|'@home",
                        "'\"=cmd|'' +x",
                        "'＝Wide|'quoted'",
                        "Ann-Marie O’Brien|a=b");
        assertThat(signatories(moderator.export(JSON, Map.of())))
                .extracting(signatory -> signatory.get("name"))
                .contains("=1+1 Sum", "+1 Group", "\"=cmd", "＝Wide");
        Journey other = Journey.start();
        other.publish(csv.lines()
                .skip(1)
                .map(line -> line.replaceAll(",[0-9-]*$", ",,"))
                .toArray(String[]::new));
        assertThat(other.signatories("people")).containsExactlyInAnyOrderElementsOf(journey.signatories("people"));
    }

    @Test
    void whatIsHardToWriteComesBackAsItWas() {
        journey.publish(
                "people,Zoë O’Brien,,\"River \"\"Big\"\", Club\",,2026-01-31",
                "people,-5 Imp,,+44 123,,",
                "people,Jean Dupont;'=cmd|'/C calc'!A0,Dr.;@x,a| +b,,",
                "people,جمعية الأنهار 2020,,\"'quoted'\",,",
                "people,می\u200Cخواهم,,\"\"\"\",,",
                "people,\"Smith-Jones, A.\",,sep=;,,",
                "people,'t Hart,,x;\u2800=1,,");
        signUnlisted("Una Nimity");
        journey.signAndConfirm(Signer.organisation("=Org;+x")
                .with("email", "+" + UUID.randomUUID() + "@example.org")
                .with("contact", Map.of("name", "-Con;=tact", "role", "@role")));
        Journey other = Journey.start();
        Admin importer = Admin.administrator(other);

        String csv = administrator.export(CSV, Map.of()).body();
        Api.Answer report = importer.importing("x", csv);

        for (String separator : List.of(";", "\t", "\\|"))
            assertThat(csv.split(separator + "|\r\n"))
                    .noneMatch(cell -> cell.matches("[\\p{Z}\\p{Cf}\\u2800\"]*[-=+@＝].*"));
        assertThat(report.json()).containsEntry("imported", 9).containsEntry("rejected", List.of());
        assertThat(words(importer.export(CSV, Map.of()).body())).isEqualTo(words(csv));
        assertThat(other.names("people")).hasSize(7);
        assertThat(importer.importing("x", csv).json())
                .containsEntry("imported", 0)
                .containsEntry("unchanged", 9);
    }

    /** What people read of each row, and whether it is listed. */
    private static List<List<String>> words(String csv) {
        return records(csv).stream()
                .map(row -> Stream.concat(row.getFields().subList(0, 6).stream(), Stream.of(row.getField("listed")))
                        .toList())
                .toList();
    }

    @Test
    void onlyAdministratorsGetTheUnlistedAndNoAddressOfAPageTellsTheirNames() {
        signUnlisted("Una Nimity");
        signUnlisted("Uma Secret");
        journey.publish("people,Ann Lee,,,,", "groups,A Group,,,,");

        List<String> links = new ArrayList<>();
        for (Api.Answer page : pages(administrator, Map.of("limit", "1"))) links.add(page.header("link"));

        assertThat(links.subList(0, 3))
                .allMatch(link -> link.matches("<export\\?limit=1&after=[A-Za-z0-9_-]+>; rel=\"next\""));
        for (String link : links.subList(0, 3)) {
            String place = link.replaceAll(".*after=|>.*", "");
            assertThat(decoded(place).toLowerCase(Locale.ROOT)).doesNotContain("nimity", "secret", "una", "@");
        }
        String unlisted = links.get(1).replaceAll(".*after=|>.*", "");
        assertThat(decoded(unlisted)).startsWith("unlisted#people#");
        assertThat(moderator.export(CSV, Map.of("after", unlisted)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "=",
                "listed#people",
                "listed#people#",
                "hidden#people#a",
                "listed#nobody#a",
                "unlisted#letter#people#a"
            })
    void whatIsNoPlaceOfOursIsRefused(String place) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        for (String after : List.of(place, encoded)) {
            Api.Answer answer = administrator.export(CSV, Map.of("after", after));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(Problems.errors(answer)).containsExactly("after invalid");
        }
    }

    @Test
    void aPlaceMustBeInTheCategoryAskedForAndNoLongerThanAKey() {
        String elsewhere = encoded("listed#groups#a");
        assertThat(administrator.export(CSV, Map.of("after", elsewhere)).status())
                .isEqualTo(200);
        assertThat(administrator
                        .export(CSV, Map.of("after", elsewhere, "category", "people"))
                        .status())
                .isEqualTo(400);
        assertThat(administrator
                        .export(CSV, Map.of("after", encoded("listed#people#" + "a".repeat(1024))))
                        .status())
                .isEqualTo(200);
        assertThat(administrator
                        .export(CSV, Map.of("after", encoded("listed#people#" + "a".repeat(1025))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFlawedQueryIsNamed() {
        for (String limit : List.of("0", "1001", "x", "-1"))
            assertThat(Problems.errors(moderator.export(CSV, Map.of("limit", limit))))
                    .containsExactly("limit out-of-range");
        assertThat(Problems.errors(moderator.export(CSV, Map.of("category", "nobody"))))
                .containsExactly("category unknown");
        assertThat(new Admin(journey.api(), "nowhere", moderator.token())
                        .export(CSV, Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void eachPageOfAnAdministratorIsInTheAudit() {
        journey.publish("people,Ann Lee,,,,", "people,Bob Roy,,,,");
        moderator.export(CSV, Map.of());
        pages(administrator, Map.of("limit", "1"));
        administrator.export(JSON, Map.of("category", "people"));

        assertThat(administrator.audited())
                .filteredOn(entry -> entry.get("action").equals("export"))
                .extracting(entry -> entry.get("after"))
                .containsExactly(told("csv", null, 1), told("csv", null, 1), told("json", "people", 2));
    }

    @Test
    void aPageIsNoLargerThanAFunctionMayAnswer() {
        String text = "é".repeat(190);
        journey.publish(IntStream.range(0, 700)
                .mapToObj(i -> "people,N%03d %s,%s,%s,,".formatted(i, text, text, text))
                .toArray(String[]::new));

        List<Api.Answer> pages = pages(administrator, Map.of("limit", "1000"));

        assertThat(pages)
                .hasSizeBetween(1, 3)
                .allSatisfy(page ->
                        assertThat(page.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000));
        assertThat(pages.stream().flatMap(page -> records(page.body()).stream()).map(row -> row.getField("id")))
                .hasSize(700)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSamplesExportImportedElsewhereGivesTheSameList() throws Exception {
        Journey sample = Journey.ofTheSample();
        String all = records(Admin.administrator(sample)
                        .export(CSV, Map.of("limit", "1000"))
                        .body())
                .stream()
                .map(row -> row.getFields().subList(0, 6).stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        var other = new Journey(sample.backend(), sample.api(), "copy-" + journey.statement());
        Admin importer = Admin.administrator(other);
        String definition = Admin.administrator(sample).get("").body();
        assertThat(importer.send("PUT", "", definition, "Content-Type", JSON).status())
                .isEqualTo(201);

        Api.Answer report =
                importer.importing("the sample", "category,name,honorific,affiliation,sort_as,signed_on\r\n" + all);

        assertThat(report.json()).containsEntry("imported", 117).containsEntry("rejected", List.of());
        for (String category : List.of("civil-society", "community-leaders", "parliamentarians"))
            assertThat(other.signatories(category)).isEqualTo(sample.signatories(category));
    }

    private void signUnlisted(String name) {
        journey.signAndConfirm(Signer.person(name).with("listed", false));
    }

    private static List<String> names(Admin admin, int limit) {
        return pages(admin, Map.of("limit", "" + limit)).stream()
                .flatMap(page -> records(page.body()).stream())
                .map(row -> row.getField("name"))
                .toList();
    }

    /** Follows the links from page to page. */
    private static List<Api.Answer> pages(Admin admin, Map<String, String> query) {
        List<Api.Answer> pages = new ArrayList<>();
        Api.Answer page = admin.export(CSV, query);
        while (true) {
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            pages.add(page);
            String link = page.header("link");
            if (link.isEmpty()) return pages;
            page = admin.get("/" + link.substring(1, link.indexOf('>')), "Accept", CSV);
        }
    }

    private static List<NamedCsvRecord> records(String csv) {
        assertThat(csv).startsWith("\uFEFF");
        return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> signatories(Api.Answer answer) {
        return (List<Map<String, Object>>) answer.json().get("signatories");
    }

    private static Map<String, Object> answerOf(List<Map<String, Object>> signatories) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("signatories", signatories);
        answer.put("next", null);
        return answer;
    }

    private static Map<String, Object> told(String format, String category, int size) {
        Map<String, Object> told = new HashMap<>();
        told.put("format", format);
        told.put("category", category);
        told.put("size", size);
        return told;
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String place) {
        return new String(Base64.getUrlDecoder().decode(place), StandardCharsets.UTF_8);
    }
}
