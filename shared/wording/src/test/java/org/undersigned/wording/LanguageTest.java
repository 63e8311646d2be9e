package org.undersigned.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.wording.Language.ENGLISH;
import static org.undersigned.wording.Language.FRENCH;
import static org.undersigned.wording.Language.TRADITIONAL_CHINESE;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
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

    @Property(tries = 500)
    void noTextWhateverFails(@ForAll String header) {
        assertThat(Language.preferred(header)).isNotNull();
        assertThat(Language.of(header)).isNotNull();
    }

    @Property(tries = 1_000)
    void nothingThatLooksLikeAHeaderFails(@ForAll("headers") String header) {
        assertThat(Language.preferred(header)).isNotNull();
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                        "en", "fr", "zh", "-", "Hant", "TW", ",", ";", "q", "=", "0", ".5", "1", "*", " ", "i", "x")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
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
