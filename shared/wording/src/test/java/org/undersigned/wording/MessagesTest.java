package org.undersigned.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.wording.Language.AR;
import static org.undersigned.wording.Language.DE;
import static org.undersigned.wording.Language.EN;
import static org.undersigned.wording.Language.ES;
import static org.undersigned.wording.Language.FR;
import static org.undersigned.wording.Language.ZH_HANS;
import static org.undersigned.wording.Language.ZH_HANT;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the words of each language become; the files themselves are checked where they are read. */
class MessagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Set<String> OFTEN_THE_SAME =
            Set.of("name", "organisation", "affiliation", "date", "colon", "subject");

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryText(Language language) {
        assertThat(texts(language, "Title"))
                .allSatisfy((_, text) -> assertThat(text).isNotBlank().doesNotContain("  ", "null", "'", "\"", "{"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void everyTextIsTranslated(Language language) {
        var english = texts(EN, "Title");
        english.keySet().removeAll(OFTEN_THE_SAME);
        var translated = texts(language, "Title");
        assertThat(english).allSatisfy((key, text) -> assertThat(text).isNotEqualTo(translated.get(key)));
    }

    @Test
    void frenchPunctuationIsNeverParted() {
        assertThat(texts(FR, "Titre").values())
                .allSatisfy(text -> assertThat(text)
                        .doesNotContainPattern("[^\u00a0][:»]")
                        .doesNotContainPattern("[^\u202f][;?!]")
                        .doesNotContainPattern("«[^\u00a0]"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ZH_HANS", "ZH_HANT"})
    void chineseHasFullWidthPunctuationAndNoOtherScript(Language chinese) {
        assertThat(texts(chinese, "安全港聯合聲明").values())
                .allSatisfy(text -> assertThat(text.replace("\n", "")).doesNotContainPattern("[A-Za-z ,.:;?!()\"']"));
    }

    @ParameterizedTest
    @EnumSource
    void aNameInASentenceIsIsolated(Language language) {
        texts(language, "כותרת")
                .forEach((key, text) -> assertThat(text.replace("\u2068כותרת\u2069", ""))
                        .as(key)
                        .doesNotContainPattern("[\u2068\u2069\\p{IsHebrew}]"));
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfOpenRequestsIsSaid(Language language) {
        assertThat(language.messages().openRequests(17)).contains("17");
    }

    @Test
    void arabicHasSixPlurals() {
        assertThat(Stream.of(0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111).map(AR.messages()::howManyWait))
                .containsExactly(
                        "لا يوجد أي توقيع.",
                        "هناك توقيع واحد.",
                        "هناك توقيعان.",
                        "هناك 3 توقيعات.",
                        "هناك 10 توقيعات.",
                        "هناك 11 توقيعًا.",
                        "هناك 99 توقيعًا.",
                        "هناك 100 توقيع.",
                        "هناك 102 توقيع.",
                        "هناك 103 توقيعات.",
                        "هناك 111 توقيعًا.");
    }

    @Test
    void datesAreWrittenAsTheJdkWritesThem() {
        var locales = Map.of(
                AR, Locale.of("ar"),
                DE, Locale.GERMANY,
                EN, Locale.UK,
                ES, Locale.of("es", "ES"),
                FR, Locale.CANADA_FRENCH,
                ZH_HANS, Locale.SIMPLIFIED_CHINESE,
                ZH_HANT, Locale.TRADITIONAL_CHINESE);
        locales.forEach((language, locale) -> {
            var expected = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
            for (int month = 1; month <= 12; month++) {
                var day = LocalDate.of(2026, month, 17);
                assertThat(language.messages().date(day)).isEqualTo(expected.format(day));
            }
        });
    }

    @Test
    void theFirstOfAMonthIsOrdinalInFrench() {
        assertThat(FR.messages().date(LocalDate.of(2027, 1, 1))).isEqualTo("1er janvier 2027");
    }

    private static Map<String, String> texts(Language language, String title) {
        var texts = new TreeMap<String, String>();
        for (var method : Messages.class.getDeclaredMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                texts.put(method.getName(), text(method, language.messages(), title));
            }
        }
        return texts;
    }

    /** What the method says for every value of its parameters, one a line; no two say the same. */
    private static String text(Method method, Messages messages, String title) {
        List<List<Object>> all = List.of(List.of());
        for (var parameter : method.getParameterTypes()) {
            all = all.stream()
                    .flatMap(before -> values(parameter, title).map(value -> {
                        var longer = new ArrayList<>(before);
                        longer.add(value);
                        return (List<Object>) longer;
                    }))
                    .toList();
        }
        var texts = all.stream()
                .map(arguments -> invoke(method, messages, arguments.toArray()))
                .toList();
        assertThat(texts).as(method.getName()).doesNotHaveDuplicates();
        return String.join("\n", texts);
    }

    private static Stream<Object> values(Class<?> parameter, String title) {
        if (parameter == LocalDate.class) return Stream.of(DAY);
        if (parameter == String.class) return Stream.of(title);
        return parameter == int.class ? Stream.of(0, 1, 2) : Stream.of((Object[]) parameter.getEnumConstants());
    }

    private static String invoke(Method method, Messages messages, Object... arguments) {
        try {
            return (String) method.invoke(messages, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method + " failed", e);
        }
    }
}
