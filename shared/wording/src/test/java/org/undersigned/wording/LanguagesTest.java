package org.undersigned.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.wording.Language.EN;
import static org.undersigned.wording.Language.FR;
import static org.undersigned.wording.Language.ZH_HANT;

import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en                                        | EN
        fr                                        | FR
        fr-CA,fr;q=0.8,en;q=0.3                   | FR
        FR-ca                                     | FR
        en;q=0.4, fr;q=0.9                        | FR
        de-AT,en;q=0.5                            | DE
        es-419,en;q=0.5                           | ES
        ar-EG                                     | AR
        pt-BR,es;q=0.8                            | ES
        zh                                        | ZH_HANS
        zh-CN,zh;q=0.9,en;q=0.8                   | ZH_HANS
        zh-Hans-HK                                | ZH_HANS
        zh-TW                                     | ZH_HANT
        zh-HK,zh;q=0.9,en;q=0.8                   | ZH_HANT
        zh-Hant-MO                                | ZH_HANT
        pt,ru;q=0.9,zh-Hant;q=0.2                 | ZH_HANT
        fr;q=0,de;q=0.1                           | DE
        pt                                        | EN
        fr;q=0                                    | EN
        *                                         | EN
        *, fr;q=0.1                               | FR
        fr,,de                                    | FR
        fr_FR, de;q=0.5                           | DE
        fr;q=9, de;q=0.5                          | DE
        fr;q=x, <b>, de                           | DE
        i-klingon, x-private, fr;q=0.1            | FR
        de;q=0.5, fr;q=0.7, de;q=0.9              | DE
        zh-x-tw                                   | ZH_HANS
        zh-u-nu-hant                              | ZH_HANS
        """)
    void theBestOfOurLanguagesIsPreferred(String header, Language expected) {
        assertThat(Languages.preferred(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", ";q=", "fr;q=9", "fr;q=x", "<script>", "é", "q=0.5", "fr;q=NaN", "\u0000"})
    void aHeaderThatMakesNoSenseMeansEnglish(String header) {
        assertThat(Languages.preferred(header)).isEqualTo(EN);
    }

    @Test
    void aHeaderOfTenThousandCharactersMeansEnglish() {
        assertThat(Languages.preferred("fr,".repeat(3_334))).isEqualTo(EN);
        assertThat(Languages.preferred("x".repeat(10_000))).isEqualTo(EN);
    }

    @RepeatedTest(200)
    @ExtendWith(InstancioExtension.class)
    void noTextWhateverFails(@Given(AnyText.class) String header) {
        assertThat(Languages.preferred(header)).isNotNull();
        assertThat(Languages.of(header)).isNotNull();
    }

    @RepeatedTest(200)
    @ExtendWith(InstancioExtension.class)
    void nothingThatLooksLikeAHeaderFails(@Given(Header.class) String header) {
        assertThat(Languages.preferred(header)).isNotNull();
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
    void aLanguageIsFoundByItsTagOrTheBeginningOfIt() {
        assertThat(Languages.of("en")).contains(EN);
        assertThat(Languages.of("fr-CA")).contains(FR);
        assertThat(Languages.of("zh-hant")).contains(ZH_HANT);
        assertThat(Languages.of("zh-TW")).contains(ZH_HANT);
        assertThat(Languages.of("frx")).isEmpty();
        assertThat(Languages.of("")).isEmpty();
    }
}
