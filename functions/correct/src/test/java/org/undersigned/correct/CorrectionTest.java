package org.undersigned.correct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

class CorrectionTest {
    private static final Statement LETTER = new Statement(
            "letter",
            Map.of("en", "Letter"),
            Map.of("en", "Text"),
            4,
            Campaign.NONE,
            State.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                    category("people", Signs.PERSON, Affiliation.OPTIONAL),
                    category("scholars", Signs.PERSON, Affiliation.REQUIRED),
                    category("deputies", Signs.PERSON, Affiliation.NONE),
                    category("groups", Signs.ORGANISATION, Affiliation.NONE)),
            Moderation.NONE,
            1);

    @Test
    void whatIsNotNamedStays() {
        var filled = filled(correction("category", "scholars"));
        assertThat(filled.category().id()).isEqualTo("scholars");
        assertThat(filled.details()).isEqualTo(words("scholars", "Anna Lee", "Dr.", "PEN", "Lee"));
        assertThat(filled.reason().text()).isEqualTo("a slip");
    }

    @Test
    void whatIsCorrectedIsTidied() {
        assertThat(filled(correction("name", " Jose\u0301 Lee ", "honorific", " Prof. ", "affiliation", "PEN Canada "))
                        .details())
                .isEqualTo(words("people", "José Lee", "Prof.", "PEN Canada", "Lee"));
    }

    @Test
    void whatIsNullOrEmptyIsTakenAway() {
        for (Object nothing : Arrays.asList(null, "", " ")) {
            Details words = filled(correction("honorific", nothing, "affiliation", nothing, "sortAs", nothing))
                    .details();
            assertThat(words).isEqualTo(words("people", "Anna Lee", null, null, "Lee"));
        }
    }

    @Test
    void aSortingIsKeptWhileTheNameHasItsWords() {
        Details wished = words("people", "Anna Lee", "Dr.", "PEN", "Anna");
        assertThat(sortAs(wished, correction("honorific", null))).isEqualTo("Anna");
        assertThat(sortAs(wished, correction("name", "Anna Li"))).isEqualTo("Anna");
        assertThat(sortAs(wished, correction("name", "Ann Lee"))).isEqualTo("Lee");
        assertThat(sortAs(wished, correction("sortAs", null))).isEqualTo("Lee");
        assertThat(sortAs(wished, correction("sortAs", "Zebra"))).isEqualTo("Zebra");
    }

    @Test
    void aNameIsNotTakenAway() {
        for (Object nothing : Arrays.asList(null, "", " "))
            assertThat(errors(correction("name", nothing))).containsExactly("name required");
    }

    @Test
    void theRulesForNamesHold() {
        for (String field : List.of("name", "honorific", "affiliation", "sortAs")) {
            assertThat(errors(correction(field, 7))).containsExactly(field + " type");
            assertThat(errors(correction(field, "www.shop.example"))).containsExactly(field + " link");
        }
    }

    @Test
    void aPersonStaysAPerson() {
        assertThat(flawed(correction("category", "groups")))
                .containsExactly(new FieldError("category", "other-kind", "must be one of people, scholars, deputies"));
        assertThat(flawed(correction("category", "nobody")))
                .containsExactly(
                        new FieldError("category", "unknown", "must be one of people, scholars, deputies, groups"));
        assertThat(errors(correction("category", null))).containsExactly("category required");
        assertThat(errors(correction("category", 7))).containsExactly("category type");
    }

    @Test
    void aCategoryThatIsNoMoreMustBeCorrected() {
        Details gone = words("students", "Anna Lee", "Dr.", "PEN", "Lee");
        assertThat(Correction.read(correction("name", "Ann Lee"), gone, LETTER))
                .isEqualTo(new Correction.Flawed(List.of(new FieldError(
                        "category", "required", "must be given: the statement has the present one no more"))));
        assertThat(Correction.read(correction("category", "people"), gone, LETTER))
                .isInstanceOf(Correction.Filled.class);
    }

    @Test
    void theCategoryRulesTheAffiliation() {
        assertThat(errors(correction("category", "deputies"))).containsExactly("affiliation not-allowed");
        assertThat(errors(correction("category", "deputies", "affiliation", null)))
                .isEmpty();
        assertThat(errors(correction("category", "scholars", "affiliation", null)))
                .containsExactly("affiliation required");
    }

    @Test
    void aCorrectionSaysWhatAndWhy() {
        assertThat(flawed(correction()))
                .containsExactly(new FieldError(
                        "name", "required", "or another field must be given: there is nothing to correct"));
        assertThat(flawed(correction("name", "Ann", "reason", null)))
                .containsExactly(new FieldError("reason", "required", "must be given"));
        assertThat(errors(correction("name", "Ann", "reason", " "))).containsExactly("reason required");
        assertThat(errors(correction("name", "Ann", "reason", "x".repeat(501)))).containsExactly("reason too-long");
        assertThat(errors(correction("name", "Ann", "reason", 7))).containsExactly("reason type");
        assertThat(errors(correction("name", "Ann", "email", "a@example.org"))).containsExactly("email unknown");
    }

    private static String sortAs(Details words, Map<String, Object> correction) {
        return ((Correction.Filled) Correction.read(correction, words, LETTER))
                .details()
                .sortAs();
    }

    private static Correction.Filled filled(Map<String, Object> correction) {
        var reading = Correction.read(correction, words("people", "Anna Lee", "Dr.", "PEN", "Lee"), LETTER);
        assertThat(reading).isInstanceOf(Correction.Filled.class);
        return (Correction.Filled) reading;
    }

    private static List<FieldError> flawed(Map<String, Object> correction) {
        return switch (Correction.read(correction, words("people", "Anna Lee", "Dr.", "PEN", "Lee"), LETTER)) {
            case Correction.Flawed(var errors) -> errors;
            case Correction.Filled _ -> List.of();
        };
    }

    private static List<String> errors(Map<String, Object> correction) {
        return flawed(correction).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private static Map<String, Object> correction(Object... changes) {
        Map<String, Object> json = new HashMap<>();
        json.put("reason", "a slip");
        for (int i = 0; i < changes.length; i += 2) json.put((String) changes[i], changes[i + 1]);
        return json;
    }

    private static Details words(String category, String name, String honorific, String affiliation, String sortAs) {
        return new Details(
                category,
                name,
                Optional.ofNullable(honorific),
                Optional.ofNullable(affiliation),
                sortAs,
                Optional.empty(),
                "en",
                4,
                true);
    }

    private static Category category(String id, Signs signs, Affiliation affiliation) {
        return new Category(
                id, Map.of("en", id), Map.of(), signs, affiliation, Admission.AUTOMATIC, List.of(), Order.NAME);
    }
}
