package org.undersigned.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.wording.Language.ENGLISH;
import static org.undersigned.wording.Language.FRENCH;
import static org.undersigned.wording.Language.TRADITIONAL_CHINESE;

import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en                                        | ENGLISH
        fr                                        | FRENCH
        fr-CA,fr;q=0.8,en;q=0.3                   | FRENCH
        FR-ca                                     | FRENCH
        en;q=0.4, fr;q=0.9                        | FRENCH
        zh                                        | TRADITIONAL_CHINESE
        zh-TW                                     | TRADITIONAL_CHINESE
        zh-HK,zh;q=0.9,en;q=0.8                   | TRADITIONAL_CHINESE
        zh-Hant-MO                                | TRADITIONAL_CHINESE
        zh-CN,zh;q=0.9,en;q=0.8                   | TRADITIONAL_CHINESE
        de,es;q=0.9,zh-Hant;q=0.2                 | TRADITIONAL_CHINESE
        fr;q=0,zh;q=0.1                           | TRADITIONAL_CHINESE
        de                                        | ENGLISH
        fr;q=0                                    | ENGLISH
        *                                         | ENGLISH
        """)
    void theBestOfOurLanguagesIsPreferred(String header, Language expected) {
        assertThat(Language.preferred(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", ";q=", "fr;q=9", "fr;q=x", "<script>", "é", "q=0.5", "fr;q=NaN", "\u0000"})
    void aHeaderThatMakesNoSenseMeansEnglish(String header) {
        assertThat(Language.preferred(header)).isEqualTo(ENGLISH);
    }

    @Test
    void aHeaderOfTenThousandCharactersMeansEnglish() {
        assertThat(Language.preferred("fr,".repeat(3_334))).isEqualTo(ENGLISH);
        assertThat(Language.preferred("x".repeat(10_000))).isEqualTo(ENGLISH);
    }

    @RepeatedTest(200)
    @ExtendWith(InstancioExtension.class)
    void noTextWhateverFails(@Given(AnyText.class) String header) {
        assertThat(Language.preferred(header)).isNotNull();
        assertThat(Language.of(header)).isNotNull();
    }

    @RepeatedTest(200)
    @ExtendWith(InstancioExtension.class)
    void nothingThatLooksLikeAHeaderFails(@Given(Header.class) String header) {
        assertThat(Language.preferred(header)).isNotNull();
    }

    /** Any characters, half ones too. */
    static final class AnyText implements GivenProvider {
        @Override
        public Object provide(ElementContext context) {
            var text = new StringBuilder();
            for (int i = context.random().intRange(0, 40); i > 0; i--)
                text.appendCodePoint(
                        context.random().intRange(0, context.random().trueOrFalse() ? 0x7F : Character.MAX_CODE_POINT));
            return text.toString();
        }
    }

    static final class Header implements GivenProvider {
        private static final String[] PARTS = {
            "en", "fr", "zh", "-", "Hant", "TW", ",", ";", "q", "=", "0", ".5", "1", "*", " ", "i", "x"
        };

        @Override
        public Object provide(ElementContext context) {
            var header = new StringBuilder();
            for (int i = context.random().intRange(0, 60); i > 0; i--)
                header.append(context.random().oneOf(PARTS));
            return header.toString();
        }
    }

    @Test
    void aLanguageIsFoundByItsTagAlone() {
        assertThat(Language.of("en")).contains(ENGLISH);
        assertThat(Language.of("fr")).contains(FRENCH);
        assertThat(Language.of("zh-hant")).contains(TRADITIONAL_CHINESE);
        assertThat(Language.of("zh-TW")).isEmpty();
        assertThat(Language.of("")).isEmpty();
    }
}
