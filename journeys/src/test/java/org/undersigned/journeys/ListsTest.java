package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Problems.errors;
import static org.undersigned.journeys.Problems.isProblem;
import static org.undersigned.journeys.Problems.mayBeReadByPages;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.local.Inbox;

class ListsTest {
    private final Journey journey = Journey.start();
    private final Journey sample = Journey.ofTheSample();
    private final Api api = journey.api();

    // The sample

    @Test
    void theSampleHas117SignatoriesInThreeCategories() {
        sample.awaitTotal(117);

        assertThat((List<?>) sample.describe().get("categories"))
                .extracting(category -> ((Map<?, ?>) category).get("id") + " " + ((Map<?, ?>) category).get("total"))
                .containsExactly("civil-society 55", "community-leaders 5", "parliamentarians 57");
        assertThat(sample.names("civil-society")).hasSize(55).doesNotHaveDuplicates();
        assertThat(sample.names("community-leaders")).hasSize(5).doesNotHaveDuplicates();
        assertThat(sample.names("parliamentarians")).hasSize(57).doesNotHaveDuplicates();
    }

    @Test
    void theSamplesHardRowsAreRight() {
        assertThat(sample.names("civil-society"))
                .contains(
                        "Democratic Party of China, Canada Committee",
                        "Global Pinoy Diaspora Canada",
                        "Uyghur Refugee Relief Fund",
                        "Movement for Democracy in China (Calgary)",
                        "Ottawa Post-Secondary Institutions' Hong Kong Awareness Group");
        assertThat(sample.names("community-leaders"))
                .containsExactly("Charles Burton", "Marcus Kolga", "Amita Kuttner", "Joe Tay", "Rukiye Turdush");
        assertThat(deputy("Hedy Fry"))
                .containsEntry("honorific", "Hon. Dr.")
                .containsEntry("affiliation", "Member of Parliament");
        assertThat(deputy("Consiglio DiNino"))
                .containsEntry("honorific", "Hon.")
                .containsEntry("affiliation", "former Senator");
        assertThat(deputy("Philip Lawrence"))
                .containsEntry("honorific", null)
                .containsEntry("affiliation", "Member of Parliament");
        assertThat(sample.names("parliamentarians"))
                .noneMatch(name -> name.startsWith("Hon.") || name.contains(",") || name.contains("Senator"));
        assertThat(sample.signatories("civil-society"))
                .allSatisfy(signatory ->
                        assertThat(signatory).containsEntry("honorific", null).containsEntry("affiliation", null));
    }

    @Test
    void personsAreListedByTheLastWordAndOrganisationsByTheWholeName() {
        assertThat(sample.names("parliamentarians"))
                .isSortedAccordingTo(
                        Comparator.comparing(name -> folded(name.substring(name.lastIndexOf(' ') + 1) + "  " + name)))
                .startsWith("Ziad Aboultaif")
                .endsWith("Kevin Waugh");
        assertThat(sample.names("civil-society")).isSortedAccordingTo(Comparator.comparing(ListsTest::folded));
    }

    // Paging

    @ParameterizedTest
    @CsvSource({
        "civil-society,1",
        "civil-society,7",
        "civil-society,11",
        "civil-society,55",
        "civil-society,500",
        "community-leaders,1",
        "community-leaders,5",
        "parliamentarians,1",
        "parliamentarians,7",
        "parliamentarians,19",
        "parliamentarians,500"
    })
    void pagesGiveEveryRowOnceAndInOrder(String category, int limit) {
        List<List<String>> pages = pages(sample.listPath(category) + "?limit=" + limit, page -> {});

        assertThat(flat(pages)).isEqualTo(sample.names(category));
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(page).hasSize(limit));
        assertThat(pages.getLast()).isNotEmpty();
    }

    @Test
    void aPageHas100RowsUnlessAnotherNumberIsAskedFor() {
        journey.publish(IntStream.range(0, 120)
                .mapToObj(i -> "people,Name %03d,,,,".formatted(i))
                .toArray(String[]::new));

        List<List<String>> pages = pages(journey.listPath("people"), page -> {});

        assertThat(pages).extracting(List::size).containsExactly(100, 20);
        assertThat(flat(pages)).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyListIsAPageWithoutANext() {
        Api.Answer page = api.get(journey.listPath("people"));

        assertThat(page.json())
                .containsEntry("statement", journey.statement())
                .containsEntry("category", "people")
                .containsEntry("total", 0)
                .containsEntry("signatories", List.of())
                .containsEntry("next", null);
    }

    @Test
    void namesakesAreAllListed() {
        for (int i = 0; i < 3; i++) journey.signAndConfirm(Signer.person("Wang Wei"));

        assertThat(flat(pages(journey.listPath("people") + "?limit=1", page -> {})))
                .containsExactly("Wang Wei", "Wang Wei", "Wang Wei");
    }

    @Test
    void whoPagesWhileOthersSignMeetsNoRowTwiceAndMissesNone() {
        List<String> first = IntStream.range(0, 12)
                .mapToObj(i -> "Name %02d".formatted(2 * i))
                .toList();
        journey.publish(first.stream().map(name -> "people," + name + ",,,,").toArray(String[]::new));
        List<Signer> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) others.add(Signer.person("Name %02d".formatted(4 * i + 1)));
        var coming = others.iterator();

        List<String> met = flat(pages(journey.listPath("people") + "?limit=2", page -> {
            if (coming.hasNext()) journey.signAndConfirm(coming.next());
        }));

        assertThat(met).doesNotHaveDuplicates().containsAll(first).isSorted();
        assertThat(journey.names("people")).hasSize(18).isSorted();
    }

    @Test
    void whoseRowIsWithdrawnUnderAReaderEndsNoPaging() {
        List<Inbox.Received> mails = new ArrayList<>();
        for (String name : List.of("Ann", "Bea", "Cem", "Dov")) mails.add(journey.signAndConfirm(Signer.person(name)));
        var leaving = List.of(mails.get(0), mails.get(1)).iterator();

        List<String> met = flat(pages(journey.listPath("people") + "?limit=1", page -> {
            if (leaving.hasNext()) api.press(Links.withdrawal(leaving.next()));
        }));

        assertThat(met).startsWith("Ann").endsWith("Cem", "Dov").doesNotHaveDuplicates();
    }

    @Test
    void aPlaceInTheListTellsNothingOfTheSigner() {
        List<Signer> signers =
                List.of(Signer.person("Ann Baker"), Signer.person("Bea Cook"), Signer.person("Cem Dyer"));
        for (Signer signer : signers) journey.signAndConfirm(signer);

        pages(journey.listPath("people") + "?limit=1", page -> {
            String all = page.body() + URLDecoder.decode(page.body(), StandardCharsets.UTF_8);
            for (Signer signer : signers) {
                var item = journey.item(signer);
                assertThat(all)
                        .doesNotContain("@")
                        .doesNotContain(signer.email().substring(0, 8))
                        .doesNotContain(item.get("signer").s().substring(0, 8))
                        .doesNotContain(item.get("signer").s().substring(44));
            }
        });
    }

    @Test
    void theEndOfAPlaceIsAnotherEachTime() {
        Signer ann = Signer.person("Ann Baker");
        Journey other = Journey.start();
        journey.signAndConfirm(ann);
        other.signAndConfirm(ann);

        String one = journey.attribute(ann, "sortKey");
        String another = other.attribute(ann, "sortKey");

        assertThat(one).matches("baker  ann baker  [a-z2-7]{8}");
        assertThat(another).matches("baker  ann baker  [a-z2-7]{8}").isNotEqualTo(one);
    }

    @Test
    void noAnswerOfTheListHoldsMoreThanSignatoriesShow() {
        Signer ann = Signer.person("Ann Baker").with("affiliation", "Baker").with("honorific", "Dr.");
        journey.signAndConfirm(ann);

        assertThat(journey.signatories("people"))
                .containsExactly(Map.of(
                        "name", "Ann Baker",
                        "honorific", "Dr.",
                        "affiliation", "Baker",
                        "signedOn", LocalDate.now(ZoneOffset.UTC).toString()));
    }

    // Names

    static List<String> uncommonNames() {
        return List.of(
                "王伟",
                "Cher",
                "Nguyễn Văn An",
                "Jose\u0301 Núñez",
                "O’Brien",
                "נועה לוי",
                "محمد علي",
                "ศรีสุดา",
                "X Æ A-12",
                "👩‍👩‍👧",
                "!!!",
                "Zoë & \"Co\" <Ltd>; DROP TABLE",
                "=1+1",
                "x".repeat(200),
                "👩‍👩‍👧".repeat(40),
                "𪛟".repeat(200));
    }

    @Test
    void namesOfAllKindsAreListedAndPaged() {
        for (String name : uncommonNames()) journey.signAndConfirm(Signer.person(name));
        List<String> composed = uncommonNames().stream()
                .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC))
                .toList();

        assertThat(journey.names("people")).containsExactlyInAnyOrderElementsOf(composed);
        assertThat(flat(pages(journey.listPath("people") + "?limit=1", page -> {})))
                .isEqualTo(journey.names("people"));
        journey.awaitTotal(composed.size());
    }

    @Test
    void namesThatDifferOnlyBehindTheEndOfTheirPlaceAreListedAndPaged() {
        String prefix = "文".repeat(199);
        for (String end : List.of("a", "b", "c")) journey.signAndConfirm(Signer.person(prefix + end));

        assertThat(flat(pages(journey.listPath("people") + "?limit=1", page -> {})))
                .containsExactlyInAnyOrder(prefix + "a", prefix + "b", prefix + "c");
        assertThat(Journey.names(api.get(journey.listPath("people") + "?startsWith=" + encoded("文".repeat(333)))))
                .isEmpty();
    }

    // Beginnings

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "É | Ecker Eva;Élodie Écuyer;Nathaniel Erskine-Smith",
                "e | Ecker Eva;Élodie Écuyer;Nathaniel Erskine-Smith",
                "ÉCU | Élodie Écuyer",
                "e\u0301cu | Élodie Écuyer",
                "o'b | Pat OBrian;Sean O’Brien;Zoë Óbuda",
                "O’B | Pat OBrian;Sean O’Brien;Zoë Óbuda",
                "OB | Pat OBrian;Sean O’Brien;Zoë Óbuda",
                "o’bri | Pat OBrian;Sean O’Brien",
                "o'brien | Sean O’Brien",
                "erskine-s | Nathaniel Erskine-Smith",
                "Erskine s | Nathaniel Erskine-Smith",
                "王 | 王伟",
                "van der b | Rita van der Berg",
                "x | \"\"",
                "'---' | \"\"",
                "% | \"\"",
            })
    void beginningsAreFoldedAsNamesAre(String beginning, String expected) {
        publishHardNames();
        List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split(";"));
        String path = journey.listPath("people") + "?startsWith=" + encoded(beginning);

        assertThat(Journey.names(api.get(path))).containsExactlyInAnyOrderElementsOf(names);
        assertThat(flat(pages(path + "&limit=1", page -> {}))).isEqualTo(Journey.names(api.get(path)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Charles | Charles Adams;Ada Charles;Charles Burton",
                "Charles B | Charles Burton",
                "Charles Bur | Charles Burton",
                "Charles Burton | Charles Burton",
                "Burton Charles | Charles Burton",
                "Burton, Ch | Charles Burton",
                "van Dyke, D | Dirk van Dyke;Dora van Dyke",
                "van Dyke Di | Dirk van Dyke",
                "Dyke | Dirk van Dyke;Dora van Dyke",
                "Écuyer | Luc Desrosiers-L’Écuyer",
                "Zoé | Zoé Tremblay",
                "zoe t | Zoé Tremblay",
                "Ann | Ann Annan;Bo Annan;Ann Zed",
                "Ecker | Ecker Eva",
                "Ecker E | Ecker Eva",
                "Quebec | Québec Solidaire",
                "Cruz | de la Cruz, Juana",
                "de la Cruz | de la Cruz, Juana",
                "De la Cruz, Ju | de la Cruz, Juana"
            })
    void peopleAreFoundByEitherBeginningOfTheirNameEachOnce(String beginning, String expected) {
        journey.publish(
                "people,Charles Burton,,,,",
                "people,Charles Adams,,,,",
                "people,Ada Charles,,,,",
                "people,Dirk van Dyke,,,,",
                "people,Dora van Dyke,,,van Dyke,",
                "people,Luc Desrosiers-L’Écuyer,,,,",
                "people,Zoé Tremblay,,,,",
                "people,Ann Annan,,,,",
                "people,Bo Annan,,,,",
                "people,Ann Zed,,,,",
                "people,Ecker Eva,,,Ecker,",
                "people,Québec Solidaire,,,Québec Solidaire,",
                "people,\"de la Cruz, Juana\",,,,");
        String path = journey.listPath("people") + "?startsWith=" + encoded(beginning);

        List<String> all = Journey.names(api.get(path));
        assertThat(all).containsExactlyInAnyOrder(expected.split(";"));
        for (int limit : new int[] {1, 2})
            assertThat(flat(pages(path + "&limit=" + limit, page -> {}))).isEqualTo(all);
    }

    @Test
    void whoPagesThroughABeginningMeetsEachOnceAndIsToldNoKey() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add("people,Ann Annan %02d,,,Annan,".formatted(i));
            rows.add("people,Ann Zed %02d,,,Zed,".formatted(i));
            rows.add("people,Bo van Annan %02d,,,van Annan,".formatted(i));
        }
        journey.publish(rows.toArray(String[]::new));

        List<List<String>> pages = pages(journey.listPath("people") + "?startsWith=ann&limit=7", page -> {
            String next = URLDecoder.decode(String.valueOf(page.json().get("next")), StandardCharsets.UTF_8);
            assertThat(next).doesNotContainPattern("[a-z2-7]{20}");
        });

        assertThat(flat(pages)).hasSize(180).doesNotHaveDuplicates();
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(page).hasSize(7));
    }

    @Test
    void aCursorFromBeforeThereWereFurtherKeysGoesOnWhereItWas() {
        publishHardNames();
        String path = journey.listPath("people") + "?startsWith=o&limit=500";
        String sean = journey.items().stream()
                .filter(item -> item.get("name").s().equals("Sean O’Brien"))
                .map(item -> item.get("sortKey").s())
                .findFirst()
                .orElseThrow();

        assertThat(Journey.names(api.get(path + "&after=" + encoded(sean)))).containsExactly("Zoë Óbuda");
        for (String strange : List.of("name:", "family:", "name:\uffff", "family:zzz", "name:zzz"))
            assertThat(api.get(path + "&after=" + encoded(strange)).status()).isEqualTo(200);
    }

    @Test
    void noBeginningIsTheWholeList() {
        publishHardNames();

        assertThat(Journey.names(api.get(journey.listPath("people") + "?startsWith=")))
                .isEqualTo(journey.names("people"))
                .hasSize(8);
    }

    @Test
    void aPlaceOutsideOfABeginningIsAnEmptyPageOrTheWhole() {
        publishHardNames();
        String path = journey.listPath("people") + "?startsWith=ob&after=";

        Api.Answer behind = api.get(path + "zzz");
        assertThat(Journey.names(behind)).isEmpty();
        assertThat(behind.json()).containsEntry("next", null);
        assertThat(Journey.names(api.get(path + "aaa"))).hasSize(3);
        assertThat(Journey.names(api.get(path + encoded(Character.toString(Character.MAX_CODE_POINT)))))
                .isEmpty();
        assertThat(Journey.names(api.get(journey.listPath("people") + "?after=" + encoded("\uffff"))))
                .isEmpty();
    }

    // Arrival

    @Test
    void aCategoryByArrivalIsPagedInItsOrderWhichTellsNoMomentWithinAMinute() {
        List<Signer> deputies = List.of("Zoë", "Ann", "Mia").stream()
                .map(name -> Signer.person(name)
                        .with("category", "deputies")
                        .with("email", UUID.randomUUID() + "@parliament.example"))
                .toList();
        List<String> links = deputies.stream()
                .map(deputy -> Links.confirmation(journey.sign(deputy, 1)))
                .toList();
        for (String link : links.reversed()) api.press(link);

        assertThat(journey.names("deputies")).containsExactlyInAnyOrder("Mia", "Ann", "Zoë");
        assertThat(flat(pages(journey.listPath("deputies") + "?limit=1", page -> {})))
                .isEqualTo(journey.names("deputies"));
        String next = (String)
                api.get(journey.listPath("deputies") + "?limit=1").json().get("next");
        assertThat(next).containsPattern("after=0\\d{9}[0-9]0000-");
    }

    @Test
    void aCategoryByArrivalHasNoBeginnings() {
        Api.Answer answer = api.get(journey.listPath("deputies") + "?startsWith=a");

        isProblem(answer, 400);
        assertThat(errors(answer)).containsExactly("startsWith not-by-name");
    }

    // Caches

    @Test
    void anAnswerIsKnownByItsTagUntilSomethingChanges() {
        for (String path : List.of("/statements/" + journey.statement(), journey.listPath("people"))) {
            Api.Answer first = api.get(path);
            String tag = first.header("etag");

            assertThat(first.header("cache-control")).matches("public, max-age=\\d+");
            assertThat(api.get(path).header("etag")).isEqualTo(tag);
            for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                Api.Answer unchanged = api.get(path, "If-None-Match", known);
                assertThat(unchanged.status()).isEqualTo(304);
                assertThat(unchanged.body()).isEmpty();
                assertThat(unchanged.header("etag")).isEqualTo(tag);
                assertThat(unchanged.header("cache-control")).isEqualTo(first.header("cache-control"));
                mayBeReadByPages(unchanged);
            }
            assertThat(api.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
        }
        String before = api.get(journey.listPath("people")).header("etag");

        journey.signAndConfirm(Signer.person("Ann"));

        assertThat(api.get(journey.listPath("people"), "If-None-Match", before).status())
                .isEqualTo(200);
    }

    // Languages

    @ParameterizedTest
    @CsvSource({"en, Open letter, People", "fr, Lettre ouverte, Personnes", "zh-Hant, 公開信, 個人"})
    void aStatementIsDescribedInTheLanguageAskedFor(String language, String title, String category) {
        var description = api.get("/statements/" + journey.statement() + "?language=" + language)
                .json();

        assertThat(description)
                .containsEntry("language", language)
                .containsEntry("title", title)
                .containsEntry("languages", List.of("en", "fr", "zh-Hant"))
                .containsEntry("textVersion", 1)
                .containsEntry("state", "open");
        assertThat(((Map<?, ?>) ((List<?>) description.get("categories")).getFirst()).get("name"))
                .isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "zh", "%00", "%F0%9F%98%80", "en%20OR%201"})
    void anUnknownLanguageIsDescribedInTheFirst(String language) {
        assertThat(api.get("/statements/" + journey.statement() + "?language=" + language)
                        .json())
                .containsEntry("language", "en")
                .containsEntry("title", "Open letter");
    }

    // Other origins

    @Test
    @OnlyOn(
            value = {EMBEDDED, TESTCONTAINERS},
            because = "it allows every origin; the template must name them")
    void pagesOfOtherOriginsMayReadEveryAnswer() {
        String[] origin = {"Origin", "https://letter.example.org"};
        String statement = "/statements/" + journey.statement();
        List<Api.Answer> answers = List.of(
                api.get(statement, origin),
                api.get(journey.listPath("people"), origin),
                api.get(journey.listPath("people") + "?limit=0", origin),
                api.get(journey.listPath("nobody"), origin),
                api.get("/statements/nobody", origin),
                api.post(statement + "/signatures", "{}", origin),
                api.post(statement + "/signatures", "{", "Origin", origin[1], "Content-Type", "application/json"),
                api.post(statement + "/signatures", "{}", "Origin", origin[1], "Content-Type", "application/json"),
                api.post("/confirmations/none", "", "Origin", origin[1], "Accept", "application/json"),
                api.get("/withdrawals/none", origin),
                api.stray("GET", "/nothing", origin));

        assertThat(answers)
                .extracting(Api.Answer::status)
                .containsExactly(200, 200, 400, 404, 404, 415, 400, 422, 404, 404, 404);
        assertThat(answers)
                .extracting(answer -> answer.header("access-control-allow-origin"))
                .containsOnly("*");
    }

    @Test
    void aBrowserMayAskWhetherItMaySign() {
        String origin = "http://localhost:8080";
        Api.Answer answer = api.send(
                "OPTIONS",
                "/statements/" + journey.statement() + "/signatures",
                "",
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("access-control-allow-origin"))
                .isEqualTo(Target.Kind.CHOSEN.isLocalRun() ? "*" : origin);
        assertThat(answer.header("access-control-allow-methods")).contains("POST");
        assertThat(answer.header("access-control-allow-headers")).isEqualToIgnoringCase("Content-Type");
        assertThat(answer.header("access-control-max-age")).isNotBlank();
        assertThat(journey.items()).isEmpty();
    }

    private void publishHardNames() {
        journey.publish(
                "people,Élodie Écuyer,,,,",
                "people,Ecker Eva,,,Ecker,",
                "people,Sean O’Brien,,,,",
                "people,Pat OBrian,,,,",
                "people,Zoë Óbuda,,,,",
                "people,Nathaniel Erskine-Smith,,,,",
                "people,王伟,,,,",
                "people,Rita van der Berg,,,van der Berg,");
    }

    private Map<String, Object> deputy(String name) {
        return sample.signatories("parliamentarians").stream()
                .filter(signatory -> signatory.get("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Follows {@code next} to the end as a front end would, and hands each page over on the way. */
    private List<List<String>> pages(String path, Consumer<Api.Answer> reader) {
        List<List<String>> pages = new ArrayList<>();
        URI at = URI.create(path);
        while (true) {
            Api.Answer page = api.get(at.toString());
            pages.add(Journey.names(page));
            reader.accept(page);
            Object next = page.json().get("next");
            if (next == null) return pages;
            at = at.resolve((String) next);
            assertThat(pages).as("pages that come to an end").hasSizeLessThan(1000);
        }
    }

    private static List<String> flat(List<List<String>> pages) {
        return pages.stream().flatMap(List::stream).toList();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replaceAll("[^a-z0-9 ]+", " ")
                .strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
