package org.undersigned.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.wording.Language.ENGLISH;
import static org.undersigned.wording.Language.FRENCH;
import static org.undersigned.wording.Language.TRADITIONAL_CHINESE;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
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
    void anOrganisationIsNamedWhereItSigns(Language language) {
        var words = language.words();
        var organisation = Samples.organisation();
        assertThat(Stream.of(
                        words.sign(organisation),
                        words.checkWhatYouSign(organisation),
                        words.oneStepLeft(organisation),
                        words.confirmationSubject(organisation),
                        words.alreadySigned(organisation),
                        words.alreadySignedSubject(organisation),
                        words.notAccepted(organisation),
                        words.rejectedSubject(organisation)))
                .allSatisfy(text -> assertThat(text).contains("Canada Tibet Committee"));
        assertThat(ENGLISH.words().sign(organisation)).isEqualTo("Sign for Canada Tibet Committee");
    }

    @Test
    void datesAreWrittenAsTheJdkWritesThem() {
        var locales = Map.of(
                ENGLISH, Locale.UK, FRENCH, Locale.CANADA_FRENCH, TRADITIONAL_CHINESE, Locale.TRADITIONAL_CHINESE);
        locales.forEach((language, locale) -> {
            var expected = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
            for (int month = 1; month <= 12; month++) {
                var day = LocalDate.of(2026, month, 17);
                assertThat(language.words().date(day)).isEqualTo(expected.format(day));
            }
        });
    }

    @Test
    void theFirstOfAMonthIsOrdinalInFrench() {
        assertThat(FRENCH.words().date(LocalDate.of(2027, 1, 1))).isEqualTo("1er janvier 2027");
    }

    private static Map<String, String> texts(Language language, Signing signing) {
        var texts = new TreeMap<String, String>();
        for (Method method : Words.class.getDeclaredMethods()) {
            texts.put(method.getName(), text(method, language.words(), signing));
        }
        return texts;
    }

    private static String text(Method method, Words words, Signing signing) {
        try {
            return switch (method.getParameterCount()) {
                case 0 -> (String) method.invoke(words);
                default -> text(method, method.getParameterTypes()[0], words, signing);
            };
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method + " failed", e);
        }
    }

    private static String text(Method method, Class<?> parameter, Words words, Signing signing)
            throws ReflectiveOperationException {
        if (parameter == Signing.class) return (String) method.invoke(words, signing);
        if (parameter == LocalDate.class) return (String) method.invoke(words, DAY);
        var reasons = new ArrayList<String>();
        for (var reason : Rejection.values()) reasons.add((String) method.invoke(words, reason));
        assertThat(reasons).doesNotHaveDuplicates();
        return String.join("\n", reasons);
    }
}
