package org.undersigned.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.domain.Affiliation.NONE;
import static org.undersigned.domain.Affiliation.OPTIONAL;
import static org.undersigned.domain.Affiliation.REQUIRED;
import static org.undersigned.domain.Signs.ORGANISATION;
import static org.undersigned.domain.Signs.PERSON;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Campaign;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Moderation;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;

class SigningFormTest {
    private static final Statement LETTER = letter();
    private static final Object LEFT_OUT = new Object();

    @Test
    void aFilledFormIsTidied() {
        var filled =
                filled(person("name", " Jose\u0301 Álvarez ", "honorific", " Dr. ", "affiliation", "PEN Canada\n"));
        Details words = filled.details();
        assertThat(words.name()).isEqualTo("José Álvarez");
        assertThat(words.honorific()).contains("Dr.");
        assertThat(words.affiliation()).contains("PEN Canada");
        assertThat(words.sortAs()).isEqualTo("Álvarez");
        assertThat(words.contact()).isEmpty();
        assertThat(words.listed()).isTrue();
        assertThat(words.textVersion()).isEqualTo(7);
        assertThat(words.category()).isEqualTo("leaders");
        assertThat(filled.category().id()).isEqualTo("leaders");
        assertThat(filled.address().typed()).isEqualTo("anna@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"王伟", "José", "Jose\u0301", "Nguyễn", "O’Brien", "Cher"})
    void oneWordIsAName(String name) {
        assertThat(errors(person("name", name))).isEmpty();
    }

    static Stream<Map<String, Object>> forms() {
        return Stream.of(person(), organisation());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsLeftOutOrNullOrEmptyIsNotSaid(Map<String, Object> form) {
        for (Object nothing : Arrays.asList(null, "", "  ")) {
            form.put("honorific", nothing);
            form.put("affiliation", nothing);
            form.put("sortAs", nothing);
            Details words = filled(form).details();
            assertThat(words.honorific()).isEmpty();
            assertThat(words.affiliation()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "category, required",
        "name, required",
        "email, required",
    })
    void whatMustBeGivenIsMissed(String field, String code) {
        assertThat(errors(person(field, LEFT_OUT))).containsExactly(field + " " + code);
        assertThat(errors(person(field, null))).containsExactly(field + " " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"category", "name", "honorific", "affiliation", "sortAs", "email", "language", "website"})
    void whatIsNoTextIsRefused(String field) {
        for (Object value : List.of(1, 1.5, true, List.of("x"), Map.of("x", "y")))
            assertThat(errors(person(field, value))).containsExactly(field + " type");
    }

    @Test
    void listedIsTrueOrFalse() {
        assertThat(filled(person("listed", false)).details().listed()).isFalse();
        assertThat(filled(person("listed", true)).details().listed()).isTrue();
        assertThat(filled(person("listed", null)).details().listed()).isTrue();
        for (Object value : List.of("false", 0, List.of(), Map.of()))
            assertThat(errors(person("listed", value))).containsExactly("listed type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''             | required
        '  '           | required
        \u200B         | required
        Anna\u0007Lee  | forbidden-character
        Anna\u202ELee  | forbidden-character
        Anna\uD800     | forbidden-character
        https://x.y    | link
        Anna WWW.x.y   | link
        """)
    void aNameThatBreaksTheRulesIsRefused(String name, String code) {
        assertThat(errors(person("name", name))).containsExactly("name " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "honorific", "affiliation"})
    void theSameRulesHoldForEveryShortText(String field) {
        assertThat(errors(person(field, "é".repeat(200)))).isEmpty();
        assertThat(errors(person(field, "é".repeat(201)))).containsExactly(field + " too-long");
        assertThat(errors(person(field, "see http://x"))).containsExactly(field + " link");
        assertThat(errors(person(field, "a\u0000b"))).containsExactly(field + " forbidden-character");
        assertThat(errors(person(field, "a\u2066b"))).containsExactly(field + " forbidden-character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@", "a@b@c.ca", "a@b.ca\r\nBcc: c@d.ca", "Anna <a@b.ca", "\"a\"@b.ca"})
    void whatIsNoAddressIsRefused(String email) {
        assertThat(errors(person("email", email))).containsExactly("email invalid");
    }

    @Test
    void anAddressOfNothingIsMissing() {
        for (String nothing : List.of("", " ", "\u200B"))
            assertThat(errors(person("email", nothing))).containsExactly("email required");
    }

    @Test
    void theAddressIsSentToAsItIsTyped() {
        assertThat(filled(person("email", " Anna.Lee+x@GMAIL.com ")).address().typed())
                .isEqualTo("Anna.Lee+x@gmail.com");
    }

    @Test
    void anUnknownCategoryIsToldWhatThereIs() {
        assertThat(flawed(person("category", "nobody")))
                .containsExactly(
                        new FieldError("category", "unknown", "must be one of leaders, members, societies, chapters"));
        assertThat(errors(person("category", ""))).containsExactly("category unknown");
    }

    @Test
    void anUnknownCategoryHidesNoOtherError() {
        assertThat(errors(person("category", "nobody", "name", "", "email", "x", "contact", Map.of("name", "A"))))
                .containsExactlyInAnyOrder(
                        "category unknown", "name required", "email invalid", "contact.role required");
    }

    @Test
    void allErrorsAreToldAtOnce() {
        Map<String, Object> form =
                new HashMap<>(Map.of("listed", "no", "language", 5, "colour", "red", "honorific", 1));
        assertThat(errors(form))
                .containsExactlyInAnyOrder(
                        "colour unknown",
                        "category required",
                        "name required",
                        "honorific type",
                        "email required",
                        "language type",
                        "listed type");
    }

    @Test
    void everyErrorSaysWhatWouldBeRight() {
        assertThat(flawed(new HashMap<>(Map.of("colour", 1, "listed", 1, "email", "x", "name", ""))))
                .allSatisfy(error -> assertThat(error.message()).matches("(must|is not a field).{8,}"));
    }

    @Test
    void aCategorySaysWhetherItsSignersBelongSomewhere() {
        assertThat(errors(person("category", "members", "affiliation", LEFT_OUT)))
                .containsExactly("affiliation required");
        assertThat(errors(person("category", "members", "affiliation", " "))).containsExactly("affiliation required");
        assertThat(errors(person("category", "members", "affiliation", "Senate")))
                .isEmpty();
        assertThat(errors(organisation("affiliation", "Senate"))).containsExactly("affiliation not-allowed");
        assertThat(errors(organisation("affiliation", ""))).isEmpty();
    }

    @Test
    void aSortingConsistsOfTheNamesWords() {
        assertThat(filled(person("name", "Jasraj Singh Hallan", "sortAs", "Singh Hallan"))
                        .details()
                        .sortAs())
                .isEqualTo("Singh Hallan");
        assertThat(errors(person("name", "Anna Lee", "sortAs", "Aaa"))).containsExactly("sortAs not-in-name");
        assertThat(errors(person("name", "Anna Lee", "sortAs", "Le"))).containsExactly("sortAs not-in-name");
        assertThat(errors(person("name", "", "sortAs", "Le"))).containsExactly("name required");
    }

    @Test
    void anOrganisationIsSortedByItsWholeName() {
        assertThat(filled(organisation("name", "PEN Canada")).details().sortAs())
                .isEqualTo("PEN Canada");
    }

    @Test
    void anOrganisationNamesWhoMaySignForIt() {
        assertThat(filled(organisation()).details().contact()).contains(new Details.Contact("Anna Lee", "secretary"));
        assertThat(errors(organisation("contact", LEFT_OUT))).containsExactly("contact required");
        assertThat(errors(organisation("contact", null))).containsExactly("contact required");
        assertThat(errors(organisation("contact", Map.of())))
                .containsExactly("contact.name required", "contact.role required");
        assertThat(errors(organisation("contact", Map.of("name", " ", "role", "chair"))))
                .containsExactly("contact.name required");
        assertThat(errors(organisation("contact", Map.of("name", "Anna", "role", "www.x.y"))))
                .containsExactly("contact.role link");
        assertThat(errors(organisation("contact", Map.of("name", 1, "role", List.of()))))
                .containsExactly("contact.name type", "contact.role type");
        assertThat(errors(organisation("contact", Map.of("name", "Anna", "role", "chair", "phone", "1"))))
                .containsExactly("contact.phone unknown");
        for (Object value : List.of("Anna", 1, true, List.of()))
            assertThat(errors(organisation("contact", value))).containsExactly("contact type");
    }

    @Test
    void aPersonNamesNobodyElse() {
        assertThat(errors(person("contact", Map.of("name", "Anna", "role", "chair"))))
                .containsExactly("contact not-allowed");
        assertThat(errors(person("contact", null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fr, fr", "en, en", "de, fr", "'', fr", "EN, en", "fr-CA, fr", "zh-Hant, fr"})
    void anUnknownLanguageFallsBackToTheFirst(String wished, String language) {
        assertThat(filled(person("language", wished)).details().language()).isEqualTo(language);
    }

    @Test
    void withoutALanguageTheFirstIsTaken() {
        assertThat(filled(person()).details().language()).isEqualTo("fr");
        assertThat(filled(person("language", null)).details().language()).isEqualTo("fr");
    }

    @Test
    void aFilledHoneypotIsTold() {
        assertThat(filled(person("website", "https://shop.example")).honeypot()).isTrue();
        for (Object nothing : Arrays.asList(LEFT_OUT, null, "", " ", "\u00A0\u200B"))
            assertThat(filled(person("website", nothing)).honeypot()).isFalse();
    }

    @Test
    void anUnknownFieldIsToldWhatThereIs() {
        assertThat(flawed(person("Name", "x")))
                .containsExactly(new FieldError(
                        "Name",
                        "unknown",
                        "is not a field; there are affiliation, category, contact, email, honorific, language, listed,"
                                + " name, sortAs, website"));
    }

    @Test
    void aLongUnknownFieldIsNotRepeatedInFull() {
        String field = flawed(person("x".repeat(10_000), 1)).getFirst().field();
        assertThat(field).isEqualTo("x".repeat(40) + "…");
    }

    @Test
    void anUnknownFieldIsNeverCutInsideACharacter() {
        String field =
                flawed(person("x".repeat(39) + "😀".repeat(10), 1)).getFirst().field();
        assertThat(field.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static SigningForm.Filled filled(Map<String, Object> form) {
        SigningForm.Reading reading = SigningForm.read(form, LETTER);
        assertThat(reading).isInstanceOf(SigningForm.Filled.class);
        return (SigningForm.Filled) reading;
    }

    private static List<FieldError> flawed(Map<String, Object> form) {
        return switch (SigningForm.read(form, LETTER)) {
            case SigningForm.Flawed(var errors) -> errors;
            case SigningForm.Filled _ -> List.of();
        };
    }

    private static List<String> errors(Map<String, Object> form) {
        return flawed(form).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private static Map<String, Object> person(Object... changes) {
        Map<String, Object> form = new HashMap<>();
        form.put("category", "leaders");
        form.put("name", "Anna Lee");
        form.put("email", "anna@example.org");
        return changed(form, changes);
    }

    private static Map<String, Object> organisation(Object... changes) {
        Map<String, Object> form = person("category", "societies", "name", "PEN Canada");
        form.put("contact", Map.of("name", "Anna Lee", "role", "secretary"));
        return changed(form, changes);
    }

    private static Map<String, Object> changed(Map<String, Object> form, Object... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == LEFT_OUT) form.remove(changes[i]);
            else form.put((String) changes[i], changes[i + 1]);
        }
        return form;
    }

    private static Statement letter() {
        Map<String, String> title = new LinkedHashMap<>();
        title.put("fr", "Lettre");
        title.put("en", "Letter");
        return new Statement(
                "letter",
                title,
                title,
                7,
                Campaign.NONE,
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        category("leaders", PERSON, OPTIONAL),
                        category("members", PERSON, REQUIRED),
                        category("societies", ORGANISATION, NONE),
                        category("chapters", ORGANISATION, OPTIONAL)),
                Moderation.NONE,
                1);
    }

    private static Category category(String id, Signs signs, Affiliation affiliation) {
        return new Category(
                id,
                Map.of("fr", id, "en", id),
                Map.of(),
                signs,
                affiliation,
                Admission.AUTOMATIC,
                List.of(),
                Order.NAME);
    }
}
