package org.undersigned.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undersigned.domain.Details;
import org.undersigned.domain.FieldError;
import org.undersigned.text.TextRule;

class FormTest {
    private enum Colour {
        RED,
        DARK_BLUE
    }

    @Test
    void aSoundFormHasNoErrors() {
        Form form = form("a", "text");
        assertThat(form.required("a").text()).contains("text");
        assertThat(form.isSound()).isTrue();
        assertThat(form.errors()).isEmpty();
    }

    @Test
    void whatMayBeLeftOutMayBeNull() {
        for (Form form : List.of(form(), form("a", null))) {
            Field a = form.optional("a");
            assertThat(a.isGiven()).isFalse();
            assertThat(a.text()).isEmpty();
            assertThat(a.text(TextRule.TITLE)).isEmpty();
            assertThat(a.name()).isEmpty();
            assertThat(a.read(Optional::of, "must be")).isEmpty();
            assertThat(a.term(Colour.values())).isEmpty();
            assertThat(a.bool()).isEmpty();
            assertThat(a.object(Set.of())).isEmpty();
            assertThat(a.list(1, "things")).isEmpty();
            assertThat(a.members(1, "things")).isEmpty();
            assertThat(form.isSound()).isTrue();
        }
        assertThat(form().has("a")).isFalse();
        assertThat(form("a", null).has("a")).isTrue();
    }

    @Test
    void everyReadingMissesWhatMustBeThere() {
        assertThat(errors(null, Field::text)).containsExactly(error("required", "must be given"));
        assertThat(errors(null, a -> a.text(TextRule.TITLE))).containsExactly(error("required", "must be given"));
        assertThat(errors(null, Field::name)).containsExactly(error("required", "must be given"));
        assertThat(errors(null, a -> a.read(Optional::of, "must be a day")))
                .containsExactly(error("required", "must be a day"));
        assertThat(errors(null, a -> a.term(Colour.values())))
                .containsExactly(error("required", "must be one of red, dark-blue"));
        assertThat(errors(null, Field::bool)).containsExactly(error("required", "must be true or false"));
        assertThat(errors(null, a -> a.object(Set.of("role", "name"))))
                .containsExactly(error("required", "must be an object with name, role"));
        assertThat(errors(null, a -> a.list(2, "names")))
                .containsExactly(error("required", "must be a list of 1 to 2 names"));
        assertThat(errors(null, a -> a.members(2, "texts")))
                .containsExactly(error("required", "must be an object of 1 to 2 texts"));
    }

    @Test
    void everyReadingRefusesAnotherType() {
        for (Object number : List.of(1, 1.5)) {
            assertThat(errors(number, Field::text)).containsExactly(error("type", "must be a text"));
            assertThat(errors(number, a -> a.text(TextRule.TITLE))).containsExactly(error("type", "must be a text"));
            assertThat(errors(number, Field::name)).containsExactly(error("type", "must be a text"));
            assertThat(errors(number, a -> a.read(Optional::of, "must be a day")))
                    .containsExactly(error("type", "must be a text"));
            assertThat(errors(number, a -> a.term(Colour.values())))
                    .containsExactly(error("type", "must be one of red, dark-blue"));
            assertThat(errors(number, Field::bool)).containsExactly(error("type", "must be true or false"));
            assertThat(errors(number, a -> a.object(Set.of("name"))))
                    .containsExactly(error("type", "must be an object with name"));
            assertThat(errors(number, a -> a.list(2, "names")))
                    .containsExactly(error("type", "must be a list of 1 to 2 names"));
            assertThat(errors(number, a -> a.members(2, "texts")))
                    .containsExactly(error("type", "must be an object of 1 to 2 texts"));
        }
    }

    @Test
    void aNameIsTidiedAndKeepsTheRules() {
        assertThat(form("a", " Jose\u0301 ").required("a").name()).contains("José");
        assertThat(errors("www.shop.example", Field::name))
                .containsExactly(error("link", "must not contain a web or email address"));
        assertThat(errors("x".repeat(201), Field::name))
                .extracting(FieldError::code)
                .containsExactly("too-long");
        assertThat(errors("a\u0007b", Field::name)).extracting(FieldError::code).containsExactly("forbidden-character");
    }

    @Test
    void anEmptyNameIsAsIfLeftOut() {
        for (String empty : List.of("", "  ", "\u200B")) {
            Form form = form("a", empty);
            assertThat(form.optional("a").name()).isEmpty();
            assertThat(form.isSound()).isTrue();
            assertThat(errors(empty, Field::name)).containsExactly(error("required", "must not be empty"));
        }
    }

    @Test
    void aTextIsReadByTheRuleOfItsKind() {
        assertThat(form("a", " a\r\nwww.b\n ").required("a").text(TextRule.REASON))
                .contains("a\nwww.b");
        assertThat(errors("a\nb", a -> a.text(TextRule.TITLE)))
                .containsExactly(error("forbidden-character", "must not contain U+000A LINE FEED (LF)"));
        assertThat(errors(" \n", a -> a.text(TextRule.LETTER))).containsExactly(error("required", "must not be empty"));
        assertThat(errors("\u00A0", a -> a.text(TextRule.TITLE)))
                .containsExactly(error("required", "must not be empty"));
    }

    @Test
    void anAddressIsReadAsItIsPasted() {
        assertThat(form("a", "\u200Bann＠example.org")
                        .required("a")
                        .address()
                        .orElseThrow()
                        .typed())
                .isEqualTo("ann@example.org");
        assertThat(errors(" \u200B", Field::address)).containsExactly(error("required", "must not be empty"));
        assertThat(form("a", "\u00A0").optional("a").address()).isEmpty();
        assertThat(errors("o’brien@example.org", Field::address))
                .containsExactly(error(
                        "invalid",
                        "must be an email address such as name@example.org: U+2019 RIGHT SINGLE QUOTATION MARK cannot"
                                + " stand before the @: type the apostrophe as '"));
    }

    @Test
    void allTextsOfASignerFitIntoARow() {
        Form form = Form.of(Map.of(), Set.of());
        assertThat(DetailsSize.check(details("名".repeat(200), "名".repeat(60)), form))
                .isTrue();
        assertThat(DetailsSize.check(details("名".repeat(200), "名".repeat(200)), form))
                .isFalse();
        assertThat(form.errors()).extracting(FieldError::code).containsExactly("too-long");
    }

    private static Details details(String name, String affiliation) {
        return new Details(
                "people",
                name,
                Optional.of(affiliation),
                Optional.of(affiliation),
                name,
                Optional.empty(),
                "en",
                1,
                true);
    }

    @Test
    void aReaderSaysWhatATextMeans() {
        Form form = form("a", "7");
        assertThat(form.required("a").read(text -> Optional.of(text.length()), "must be"))
                .contains(1);
        assertThat(errors("7", a -> a.read(_ -> Optional.empty(), "must be a day")))
                .containsExactly(error("invalid", "must be a day"));
    }

    @Test
    void aTermIsSpeltInOneWay() {
        assertThat(form("a", "dark-blue").required("a").term(Colour.values())).contains(Colour.DARK_BLUE);
        for (String other : List.of("DARK_BLUE", "Red", " red", "", "green"))
            assertThat(errors(other, a -> a.term(Colour.values())))
                    .containsExactly(error("unknown", "must be one of red, dark-blue"));
    }

    @Test
    void ofManyChoicesSomeAreNamed() {
        List<Integer> choices = IntStream.range(100, 200).boxed().toList();
        assertThat(form("a", "199").required("a").oneOf(choices, String::valueOf))
                .contains(199);
        assertThat(errors("200", a -> a.oneOf(choices, String::valueOf)))
                .singleElement()
                .satisfies(error -> assertThat(error.message())
                        .startsWith("must be one of 100, 101, ")
                        .endsWith(", …")
                        .hasSizeLessThan(220));
    }

    @Test
    void trueAndFalseAreNoTexts() {
        assertThat(form("a", true).optional("a").bool()).contains(true);
        assertThat(form("a", false).optional("a").bool()).contains(false);
        assertThat(errors("true", Field::bool)).containsExactly(error("type", "must be true or false"));
    }

    @Test
    void anObjectsFieldsAreToldByTheirPath() {
        Form form = form("a", Map.of("name", "", "phone", 1));
        Form within = form.required("a").object(Set.of("name", "role")).orElseThrow();
        assertThat(within.required("name").name()).isEmpty();
        assertThat(within.required("role").name()).isEmpty();
        within.error("role", "odd", "must not be odd");
        assertThat(codes(form)).containsExactly("a.phone unknown", "a.name required", "a.role required", "a.role odd");
        assertThat(within.isSound()).isFalse();
    }

    @Test
    void aListsItemsAreToldByTheirPlace() {
        Form form = form("a", Arrays.asList("x", 1, null, Map.of("b", List.of(2))));
        List<Field> items = form.required("a").list(4, "things");
        assertThat(items.getFirst().text()).contains("x");
        items.get(1).text();
        items.get(2).text();
        items.get(3)
                .object(Set.of("b"))
                .orElseThrow()
                .required("b")
                .list(1, "things")
                .forEach(Field::text);
        assertThat(codes(form)).containsExactly("a[1] type", "a[2] required", "a[3].b[0] type");
    }

    @Test
    void aListHasBounds() {
        assertThat(errors(List.of(), a -> a.list(2, "names")))
                .containsExactly(error("required", "must be a list of 1 to 2 names"));
        assertThat(errors(List.of(1, 2, 3), a -> a.list(2, "names")))
                .containsExactly(error("too-many", "must be a list of 1 to 2 names"));
        Form form = form("a", List.of(), "b", List.of(1, 2, 3));
        assertThat(form.optional("a").list(2, "names")).isEmpty();
        assertThat(form.optional("b").list(2, "names")).isEmpty();
        assertThat(form.errors()).containsExactly(new FieldError("b", "too-many", "must be a list of at most 2 names"));
    }

    @Test
    void membersComeUnderTheSendersKeysInTheSendersOrder() {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("zh-Hant", "文");
        texts.put("en", 1);
        texts.put("x".repeat(10_000), null);
        Form form = form("a", texts);
        Map<String, Field> members = form.required("a").members(3, "texts");
        assertThat(members.keySet()).containsExactlyElementsOf(texts.keySet());
        assertThat(members.get("zh-Hant").text(TextRule.TITLE)).contains("文");
        members.values().forEach(Field::text);
        form.required("a").member("fr").text();
        assertThat(codes(form)).containsExactly("a.en type", "a." + "x".repeat(40) + "… required", "a.fr required");
        assertThat(errors(Map.of(), a -> a.members(2, "texts")))
                .extracting(FieldError::code)
                .containsExactly("required");
        assertThat(errors(Map.of("a", 1, "b", 2, "c", 3), a -> a.members(2, "texts")))
                .extracting(FieldError::code)
                .containsExactly("too-many");
    }

    @Test
    void anUnknownFieldIsToldWhatThereIs() {
        Form form = Form.of(Map.of("Name", 1), Set.of("role", "name"));
        assertThat(form.errors())
                .containsExactly(new FieldError("Name", "unknown", "is not a field; there are name, role"));
    }

    @Test
    void anUnknownFieldIsShortenedToFortyCharactersNeverCuttingOne() {
        assertThat(codes(form("x".repeat(10_000), 1))).containsExactly("x".repeat(40) + "… unknown");
        assertThat(codes(form("😀".repeat(41), 1))).containsExactly("😀".repeat(40) + "… unknown");
        assertThat(codes(form("😀".repeat(40), 1))).containsExactly("😀".repeat(40) + " unknown");
    }

    @Test
    void aFieldKnowsWhetherItIsSound() {
        Form form = form("a", 1, "b", 1);
        Field a = form.optional("a");
        form.optional("b").text();
        assertThat(a.isSound()).isTrue();
        a.error("odd", "must not be odd");
        assertThat(a.isSound()).isFalse();
        assertThat(codes(form)).containsExactly("b type", "a odd");
    }

    @Test
    void noMoreThanAThousandErrorsAreTold() {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < 5_000; i++) values.put("x" + i, i);
        assertThat(Form.of(values, Set.of("a")).errors()).hasSize(1_000);
    }

    private static List<FieldError> errors(Object value, Consumer<Field> reading) {
        Form form = form("a", value);
        reading.accept(form.required("a"));
        return form.errors();
    }

    private static FieldError error(String code, String message) {
        return new FieldError("a", code, message);
    }

    private static List<String> codes(Form form) {
        return form.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private static Form form(Object... values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) map.put((String) values[i], values[i + 1]);
        return Form.of(map, Set.of("a", "b"));
    }
}
