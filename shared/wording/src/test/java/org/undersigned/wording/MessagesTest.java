package org.undersigned.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.wording.Language.ENGLISH;
import static org.undersigned.wording.Language.FRENCH;
import static org.undersigned.wording.Language.TRADITIONAL_CHINESE;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryText(Language language) {
        assertThat(texts(language, Samples.person()))
                .allSatisfy((_, text) -> assertThat(text).isNotBlank().doesNotContain("  ", "null", "'", "\""));
    }

    @Test
    void everyTextIsTranslated() {
        var english = texts(ENGLISH, Samples.person());
        english.keySet().removeIf(key -> key.equals("organisation") || key.equals("affiliation"));
        var french = texts(FRENCH, Samples.person());
        var chinese = texts(TRADITIONAL_CHINESE, Samples.person());
        assertThat(english).allSatisfy((key, text) -> {
            assertThat(text).isNotEqualTo(french.get(key));
            assertThat(text).isNotEqualTo(chinese.get(key));
        });
    }

    @Test
    void frenchPunctuationIsNeverParted() {
        Stream.of(Samples.person(), Samples.organisation())
                .flatMap(signing -> texts(FRENCH, signing).values().stream())
                .forEach(text -> assertThat(text)
                        .doesNotContainPattern("[^\u00a0][:;?!»]")
                        .doesNotContainPattern("«[^\u00a0]"));
    }

    @Test
    void chineseHasFullWidthPunctuationAndNoOtherScript() {
        Stream.of(
                        Samples.chinese(false, true),
                        Samples.chinese(false, false),
                        Samples.chinese(true, true),
                        Samples.chinese(true, false))
                .flatMap(signing -> texts(TRADITIONAL_CHINESE, signing).values().stream())
                .forEach(text -> assertThat(text).doesNotContainPattern("[A-Za-z ,.:;?!()\"']"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheButtonNamesTheSigner(Language language) {
        for (var signing : List.of(Samples.person(), Samples.organisation())) {
            assertThat(texts(language, signing).entrySet())
                    .filteredOn(text -> text.getValue().contains(signing.name()))
                    .extracting(Map.Entry::getKey)
                    .containsExactly("sign");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSignedForAnOrganisationIsToldApart(Language language) {
        var person = Samples.titled("Title", "Name", false);
        var organisation = Samples.titled("Title", "Name", true);
        Stream.of(Messages.class.getDeclaredMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> List.of(method.getParameterTypes()).contains(Signing.class))
                .forEach(method -> assertThat(text(method, language.messages(), organisation))
                        .as(method.getName())
                        .isNotEqualTo(text(method, language.messages(), person)));
    }

    @ParameterizedTest
    @EnumSource
    void aNameInASentenceIsIsolated(Language language) {
        var signing = Samples.titled("כותרת", "שם", false);
        texts(language, signing)
                .forEach((key, text) -> assertThat(
                                key.endsWith("Subject")
                                        ? text.replace("כותרת", "")
                                        : text.replace("\u2068כותרת\u2069", "").replace("\u2068שם\u2069", ""))
                        .as(key)
                        .doesNotContainPattern("[\u2068\u2069\\p{IsHebrew}]"));
    }

    @Test
    void theNumberOfOpenRequestsIsSaid() {
        for (var language : Language.values()) {
            assertThat(language.messages().openRequests(17)).contains("17");
            assertThat(Stream.of(0, 1, 2).map(language.messages()::openRequests))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void datesAreWrittenAsTheJdkWritesThem() {
        var locales = Map.of(
                ENGLISH, Locale.UK, FRENCH, Locale.CANADA_FRENCH, TRADITIONAL_CHINESE, Locale.TRADITIONAL_CHINESE);
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
        assertThat(FRENCH.messages().date(LocalDate.of(2027, 1, 1))).isEqualTo("1er janvier 2027");
    }

    private static Map<String, String> texts(Language language, Signing signing) {
        var texts = new TreeMap<String, String>();
        for (var method : Messages.class.getDeclaredMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                texts.put(method.getName(), text(method, language.messages(), signing));
            }
        }
        return texts;
    }

    /** What the method says for every value of its parameter, one a line. */
    private static String text(Method method, Messages messages, Signing signing) {
        if (method.getParameterCount() == 0) return invoke(method, messages);
        var parameter = method.getParameterTypes()[0];
        if (parameter == Signing.class) return invoke(method, messages, signing);
        if (parameter == LocalDate.class) return invoke(method, messages, DAY);
        if (parameter == String.class) return invoke(method, messages, signing.title());
        var values = parameter == int.class ? new Object[] {0, 1, 2} : parameter.getEnumConstants();
        var texts =
                Stream.of(values).map(value -> invoke(method, messages, value)).toList();
        assertThat(texts).doesNotHaveDuplicates();
        return String.join("\n", texts);
    }

    private static String invoke(Method method, Messages messages, Object... arguments) {
        try {
            return (String) method.invoke(messages, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method + " failed", e);
        }
    }
}
