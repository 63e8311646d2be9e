package org.undersigned.managestatement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.domain.Definition;
import org.undersigned.domain.FieldError;

class DefinitionRulesTest {

    @Test
    void aSoundDefinitionIsAccepted() {
        assertThat(errors(definition())).isEmpty();
        assertThat(Definition.read("letter", definition(), 1, 1, Optional.empty())
                        .languages())
                .containsExactly("en", "zh-Hant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "letter", "hong-kong-safe-harbour", "2026", "a-1"})
    void anIdIsWordsInLowerCase(String id) {
        assertThat(DefinitionRules.check(id, definition()).errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a_b", "-a", "a-", "a--b", "a b", "a#b", "a/b", "é", "a\n"})
    void anotherIdIsRefused(String id) {
        assertThat(codes(DefinitionRules.check(id, definition()).errors())).containsExactly("id invalid");
    }

    @Test
    void anIdHasAtMost64Characters() {
        assertThat(DefinitionRules.check("a".repeat(64), definition()).errors()).isEmpty();
        assertThat(codes(DefinitionRules.check("a".repeat(65), definition()).errors()))
                .containsExactly("id invalid");
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        assertThat(errors(new HashMap<>()))
                .containsExactlyInAnyOrder("title required", "text required", "state required", "categories required");
        assertThat(errors(definition("categories", List.of(new HashMap<>()))))
                .containsExactlyInAnyOrder(
                        "categories[0].id required",
                        "categories[0].name required",
                        "categories[0].signs required",
                        "categories[0].affiliation required",
                        "categories[0].admission required",
                        "categories[0].order required");
    }

    @Test
    void textsStandByLanguage() {
        for (String field : List.of("title", "text")) {
            for (Object value : Arrays.asList(null, Map.of()))
                assertThat(errors(definition(field, value))).containsExactly(field + " required");
            for (Object value : List.of("Letter", 1, List.of("Letter")))
                assertThat(errors(definition(field, value))).containsExactly(field + " type");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "english letter", "en_US", "-", "1"})
    void aTextStandsUnderALanguageTag(String tag) {
        assertThat(errors(definition("text", texts("en", "Text", "zh-Hant", "文", tag, "Text"))))
                .containsExactly("text." + tag + " language");
    }

    @Test
    void everyTextHasTheTitlesLanguages() {
        assertThat(errors(definition("text", texts("en", "Text")))).containsExactly("text.zh-Hant required");
        assertThat(errors(definition("categories", List.of(category("name", texts("zh-Hant", "員"))))))
                .containsExactly("categories[0].name.en required");
    }

    @Test
    void aTextIsNeitherBlankNorEndless() {
        assertThat(errors(definition("title", texts("en", " ", "zh-Hant", "信"))))
                .containsExactly("title.en required");
        assertThat(errors(definition("title", texts("en", 1, "zh-Hant", "信")))).containsExactly("title.en type");
        assertThat(errors(definition("title", texts("en", null, "zh-Hant", "信"))))
                .containsExactly("title.en required");
        assertThat(errors(definition("title", texts("en", "x".repeat(300), "zh-Hant", "信"))))
                .isEmpty();
        assertThat(errors(definition("title", texts("en", "x".repeat(301), "zh-Hant", "信"))))
                .containsExactly("title.en too-long");
        assertThat(errors(definition("text", texts("en", "x".repeat(50_000), "zh-Hant", "文"))))
                .isEmpty();
        assertThat(errors(definition("text", texts("en", "x".repeat(50_001), "zh-Hant", "文"))))
                .containsExactly("text.en too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letters.example",
                "http://letters.example",
                "javascript:alert(1)",
                "https://",
                "https://a b",
                "//a.b",
                "https://letters.example/a\u202Eb",
                "https://letters.example/\uE000"
            })
    void aPageIsASecureWebAddress(String page) {
        assertThat(errors(definition("page", page))).containsExactly("page invalid");
    }

    @Test
    void aPageMayBeOneForEachOfSomeLanguages() {
        assertThat(errors(definition("page", Map.of("en", "https://letters.example/en"))))
                .isEmpty();
        assertThat(errors(definition("page", Map.of()))).isEmpty();
        assertThat(errors(definition("page", Map.of("fr", "https://letters.example/fr", "en", "http://a.example"))))
                .containsExactlyInAnyOrder("page.fr language", "page.en invalid");
        assertThat(errors(definition("page", Map.of("en", 1)))).containsExactly("page.en type");
    }

    @Test
    void anOrganiserHasANameAndAnAddressToReplyTo() {
        assertThat(errors(definition("organiser", Map.of("name", "River Club", "email", "us@rivers.example"))))
                .isEmpty();
        var pasted = definition("organiser", Map.of("name", "River Club", "email", "River Club <us@Rivers.example>,"));
        assertThat(errors(pasted)).isEmpty();
        assertThat(Definition.read("letter", pasted, 1, 1, Optional.empty())
                        .campaign()
                        .organiser()
                        .orElseThrow()
                        .emailAddress())
                .isEqualTo("us@rivers.example");
        assertThat(errors(definition("organiser", new HashMap<>())))
                .containsExactlyInAnyOrder("organiser.name required", "organiser.email required");
        assertThat(errors(definition(
                        "organiser",
                        Map.of(
                                "name", "River Club\r\nBcc: all@example.org",
                                "email", "us@rivers.example\r\nBcc: all@example.org",
                                "url", "javascript:alert(1)",
                                "phone", "1"))))
                .containsExactlyInAnyOrder(
                        "organiser.phone unknown",
                        "organiser.name forbidden-character",
                        "organiser.email invalid",
                        "organiser.url invalid");
        assertThat(errors(definition("organiser", "River Club"))).containsExactly("organiser type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy", "image"})
    void whatIsLinkedIsASecureWebAddress(String field) {
        assertThat(errors(definition(field, null))).isEmpty();
        assertThat(errors(definition(field, "https://letters.example/" + "x".repeat(1_976))))
                .isEmpty();
        for (String address : List.of("https://letters.example/" + "x".repeat(1_977), "http://letters.example", "/a"))
            assertThat(errors(definition(field, address))).containsExactly(field + " invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"goal", "retentionDays"})
    void aNumberIsWholeAndAboveNothing(String field) {
        assertThat(errors(definition(field, 3_650))).isEmpty();
        for (Object number : List.of(0, -1))
            assertThat(errors(definition(field, number))).containsExactly(field + " invalid");
        for (Object number : List.of(1.5, "1", 3_000_000_000L))
            assertThat(errors(definition(field, number))).containsExactly(field + " type");
        assertThat(errors(definition("retentionDays", 3_651))).containsExactly("retentionDays invalid");
    }

    @Test
    void eachThresholdStandsOnce() {
        assertThat(errors(definition("thresholds", List.of(100, 1_000)))).isEmpty();
        assertThat(errors(definition("thresholds", List.of(100, 0, 100, "1"))))
                .containsExactly("thresholds[1] invalid", "thresholds[2] repeated", "thresholds[3] type");
        assertThat(errors(definition("thresholds", Collections.nCopies(51, 1)))).containsExactly("thresholds too-many");
    }

    @Test
    void whatIsOptionalIsInEveryLanguageOrInNone() {
        assertThat(errors(definition("shortTitle", null))).isEmpty();
        assertThat(errors(definition("shortTitle", texts("en", "Rivers", "zh-Hant", "河流"))))
                .isEmpty();
        assertThat(errors(definition("shortTitle", texts("en", "Rivers"))))
                .containsExactly("shortTitle.zh-Hant required");
        assertThat(errors(definition("categories", List.of(category("description", texts("en", "For all"))))))
                .containsExactly("categories[0].description.zh-Hant required");
    }

    @Test
    void aPageMayBeMissing() {
        assertThat(errors(definition("page", null))).isEmpty();
        assertThat(errors(definition("page", "https://letters.example/a?b=c#d")))
                .isEmpty();
        assertThat(errors(definition("page", 1))).containsExactly("page type");
    }

    @Test
    void whatIsPastedRoundAnAddressOrAMomentIsNoPartOfIt() {
        for (String field : List.of("page", "privacy", "image"))
            assertThat(errors(definition(field, "\u200B https://letters.example/a\u00A0")))
                    .isEmpty();
        assertThat(errors(definition("opensAt", "2026-11-23T09:00:00Z\u00A0"))).isEmpty();
        assertThat(errors(definition("categories", List.of(category("id", "members\u00A0")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "privacy", "image", "opensAt", "closesAt"})
    void whatOnlyLooksEmptyIsAsIfLeftOut(String field) {
        for (String empty : List.of("", " ", "\u200B\u3164")) {
            Map<String, Object> json = definition(field, empty);
            assertThat(errors(json)).isEmpty();
            assertThat(Definition.write(Definition.read("letter", json, 1, 1, Optional.empty())))
                    .isEqualTo(Definition.write(
                            Definition.read("letter", definition(field, null), 1, 1, Optional.empty())));
        }
    }

    @ParameterizedTest
    @CsvSource({"state, ajar", "state, OPEN", "state, ''"})
    void aStateIsOneOfFour(String field, String word) {
        assertThat(DefinitionRules.check("letter", definition(field, word)).errors())
                .containsExactly(new FieldError("state", "unknown", "must be one of draft, open, paused, closed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opensAt", "closesAt"})
    void aMomentIsInUtc(String field) {
        assertThat(errors(definition(field, "2026-11-23T09:00:00Z"))).isEmpty();
        assertThat(errors(definition(field, null))).isEmpty();
        for (Object value : List.of(
                "2026-11-23",
                "2026-11-23T09:00:00",
                "soon",
                "+1000000000-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"))
            assertThat(errors(definition(field, value))).containsExactly(field + " invalid");
        for (Object value : List.of(1_795_000_000, true))
            assertThat(errors(definition(field, value))).containsExactly(field + " type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signs", "affiliation", "admission", "order"})
    void aCategorysWordsAreKnown(String field) {
        for (Object value : List.of("", "PERSON", "other"))
            assertThat(errors(definition("categories", List.of(category(field, value)))))
                    .containsExactly("categories[0]." + field + " unknown");
        for (Object value : List.of(1, List.of()))
            assertThat(errors(definition("categories", List.of(category(field, value)))))
                    .containsExactly("categories[0]." + field + " type");
    }

    @Test
    void categoriesAreAListOfSome() {
        for (Object value : Arrays.asList(null, List.of()))
            assertThat(errors(definition("categories", value))).containsExactly("categories required");
        for (Object value : List.of(Map.of(), "leaders", 1))
            assertThat(errors(definition("categories", value))).containsExactly("categories type");
        assertThat(errors(definition("categories", List.of("leaders", category()))))
                .containsExactly("categories[0] type");
    }

    @Test
    void aStatementHasAtMostFiftyCategories() {
        List<Object> categories = new ArrayList<>();
        for (int i = 0; i < 50; i++) categories.add(category("id", "c" + i));
        assertThat(errors(definition("categories", categories))).isEmpty();
        categories.add(category("id", "c50"));
        assertThat(errors(definition("categories", categories))).containsExactly("categories too-many");
    }

    @Test
    void aCategoryIsFoundUnderOneId() {
        assertThat(errors(definition("categories", List.of(category("id", null), category("id", null)))))
                .containsExactly("categories[0].id required", "categories[1].id required");
        assertThat(errors(definition("categories", List.of(category(), category("id", "members"), category()))))
                .containsExactly("categories[2].id repeated");
    }

    @Test
    void trustedDomainsAreNamed() {
        for (Object nothing : Arrays.asList(null, List.of()))
            assertThat(errors(trusting(nothing))).containsExactly("categories[0].domains required");
        assertThat(errors(trusting("parl.gc.ca"))).containsExactly("categories[0].domains type");
        assertThat(errors(trusting(List.of("parl.gc.ca", 1)))).containsExactly("categories[0].domains[1] type");
        for (String domain : List.of(
                "ca",
                "a@b.ca",
                ".ca",
                "a..ca",
                "-a.ca",
                "a-.ca",
                "b_c.ca",
                "*.gc.ca",
                "gc.ca.",
                "gc.ca:25",
                "a.c",
                "192.0.2.1",
                "\u2603.example",
                "a\uD800.ca",
                "a".repeat(64) + ".ca",
                "xn--\u00FC.ca",
                "a".repeat(30_000)))
            assertThat(errors(trusting(List.of(domain)))).containsExactly("categories[0].domains[0] invalid");
        for (String domain : List.of("", " "))
            assertThat(errors(trusting(List.of(domain)))).containsExactly("categories[0].domains[0] required");
        assertThat(errors(trusting(Collections.nCopies(500, "parl.gc.ca")))).isEmpty();
        assertThat(errors(trusting(Collections.nCopies(501, "parl.gc.ca"))))
                .containsExactly("categories[0].domains too-many");
        for (String domain :
                List.of("parl.gc.ca", "PARL.gc.ca", " parl.gc.ca\u00A0", "stra\u00DFe.example", "\uFF41.example"))
            assertThat(errors(trusting(List.of(domain)))).isEmpty();
        assertThat(errors(definition("categories", List.of(category("domains", List.of("x"))))))
                .isNotEmpty();
        assertThat(errors(definition("categories", List.of(category("domains", List.of())))))
                .isEmpty();
    }

    @Test
    void aStatementClosesAfterItOpens() {
        assertThat(errors(definition("opensAt", "2026-11-23T09:00:00Z", "closesAt", "2026-11-23T09:00:00Z")))
                .isEmpty();
        assertThat(errors(definition("opensAt", "2026-11-23T09:00:00Z", "closesAt", "2026-11-23T08:59:59Z")))
                .containsExactly("closesAt invalid");
        assertThat(errors(definition("opensAt", null, "closesAt", "2000-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(errors(definition("opensAt", "soon", "closesAt", "2000-01-01T00:00:00Z")))
                .containsExactly("opensAt invalid");
    }

    @Test
    void aLanguageIsNamedByOneWellFormedTag() {
        assertThat(errors(definition("title", Map.of("en", "A", "EN", "B"), "text", Map.of("en", "A", "EN", "B"))))
                .anyMatch(error -> error.endsWith(" repeated"));
        assertThat(errors(definition("title", Map.of("iw", "A", "he", "B"), "text", Map.of("iw", "A", "he", "B"))))
                .anyMatch(error -> error.endsWith(" repeated"));
        assertThat(errors(definition("title", Map.of("en-<b>", "A"), "text", Map.of("en-<b>", "A"))))
                .contains("title.en-<b> language");
        assertThat(errors(definition("title", Map.of("en-", "A"), "text", Map.of("en-", "A"))))
                .contains("title.en- language");
    }

    @Test
    void aTitleIsSeenAndOnOneLine() {
        for (String title : List.of("\u00A0", "\u200B"))
            assertThat(errors(definition("title", Map.of("en", title)))).contains("title.en required");
        for (String title : List.of("a\u0000b", "a\u001Bb", "a\nb", "a\u202Eb"))
            assertThat(errors(definition("title", Map.of("en", title)))).contains("title.en forbidden-character");
        assertThat(errors(definition("text", Map.of("en", "One.\r\n\r\n* two\n\tthree https://example.org"))))
                .noneMatch(error -> error.startsWith("text.en "));
    }

    @Test
    void aWatchListIsOfNamesAsSignersGiveThem() {
        assertThat(errors(definition("watchList", null))).isEmpty();
        assertThat(errors(definition("watchList", List.of("Zoë O’Brien", "王伟"))))
                .isEmpty();
        assertThat(errors(definition("watchList", Map.of()))).containsExactly("watchList type");
        assertThat(errors(definition("watchList", List.of("", " Ann", "www.example", "Ann\tLee", 7))))
                .containsExactly(
                        "watchList[0] required",
                        "watchList[2] link",
                        "watchList[3] forbidden-character",
                        "watchList[4] type");
    }

    @Test
    void aWatchListHasNoNameTwice() {
        assertThat(errors(definition("watchList", List.of("José Ramos", "Ann Lee", "jose ramos"))))
                .containsExactly("watchList[2] repeated");
    }

    @Test
    void aWatchListHasAtMost500Names() {
        List<Object> names = new ArrayList<>();
        for (int i = 0; i < 500; i++) names.add("Ann Lee " + i);
        assertThat(errors(definition("watchList", names))).isEmpty();
        names.add("Ann Lee 500");
        assertThat(errors(definition("watchList", names))).containsExactly("watchList too-many");
    }

    @Test
    void rejectionMailsAreSentOrNot() {
        for (Object value : Arrays.asList(null, true, false))
            assertThat(errors(definition("rejectionMails", value))).isEmpty();
        for (Object value : List.of("true", 1, List.of()))
            assertThat(errors(definition("rejectionMails", value))).containsExactly("rejectionMails type");
    }

    @Test
    void halfACharacterIsNoText() {
        assertThat(errors(definition("text", texts("en", "a\ud800b", "zh-Hant", "文"))))
                .containsExactly("text.en forbidden-character");
        assertThat(errors(definition("text", texts("en", "👩‍👧", "zh-Hant", "文"))))
                .isEmpty();
        assertThat(errors(definition("page", "https://letters.example/\udc00"))).containsExactly("page invalid");
    }

    @Test
    void aTextStandsInAtMost50Languages() {
        Map<String, Object> texts = texts();
        for (char c = 'a'; texts.size() < 51; c++) {
            texts.put("e" + c, "Letter");
            texts.put("f" + c, "Letter");
        }
        assertThat(errors(definition("title", texts))).containsExactly("title too-many");
    }

    @Test
    void anUnknownFieldIsToldByItsPlace() {
        assertThat(errors(definition("x".repeat(10_000), 1))).containsExactly("x".repeat(40) + "… unknown");
        assertThat(errors(definition("colour", "red"))).containsExactly("colour unknown");
        assertThat(errors(definition("categories", List.of(category("colour", "red")))))
                .containsExactly("categories[0].colour unknown");
    }

    private static List<String> errors(Map<String, Object> json) {
        return codes(DefinitionRules.check("letter", json).errors());
    }

    private static List<String> codes(List<FieldError> errors) {
        return errors.stream().map(error -> error.field() + " " + error.code()).toList();
    }

    private static Map<String, Object> definition(Object... changes) {
        Map<String, Object> json = new HashMap<>();
        json.put("title", texts("en", "Letter", "zh-Hant", "信"));
        json.put("text", texts("en", "Text", "zh-Hant", "文"));
        json.put("page", null);
        json.put("state", "open");
        json.put("opensAt", "2026-11-23T09:00:00Z");
        json.put("closesAt", null);
        json.put("categories", List.of(category()));
        return changed(json, changes);
    }

    private static Map<String, Object> trusting(Object domains) {
        return definition("categories", List.of(category("admission", "trusted-domains", "domains", domains)));
    }

    private static Map<String, Object> category(Object... changes) {
        Map<String, Object> json = new HashMap<>();
        json.put("id", "leaders");
        json.put("name", texts("en", "Leaders", "zh-Hant", "領袖"));
        json.put("signs", "person");
        json.put("affiliation", "optional");
        json.put("admission", "reviewed");
        json.put("order", "name");
        return changed(json, changes);
    }

    private static Map<String, Object> texts(Object... texts) {
        return changed(new LinkedHashMap<>(), texts);
    }

    private static Map<String, Object> changed(Map<String, Object> json, Object... changes) {
        for (int i = 0; i < changes.length; i += 2) json.put((String) changes[i], changes[i + 1]);
        return json;
    }
}
