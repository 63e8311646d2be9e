package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "EN",
                "fr-CA",
                "zh-Hant",
                "zh-hant-hk",
                "sr-Latn-RS",
                "sl-nedis",
                "de-CH-1996",
                "es-419",
                "de-u-co-phonebk",
                "de-1996-t-de-1996",
                "en-a-bbb-x-a-ccc",
                "ca-valencia",
                "yue-Hant-HK",
                "en-001",
                "en-x-pirate"
            })
    void aLanguageIsNamedByItsTag(String tag) {
        assertThat(LanguageTag.isValid(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e",
                "en-",
                "en-<b>",
                "en_US",
                "-en",
                "x-klingon",
                "en--us",
                "english language",
                "english",
                "abcd",
                "en, fr",
                "*",
                "en-US-Latn",
                "sl-nedis-NEDIS",
                "ar-a-aaa-b-bbb-a-ccc",
                "en-u-ca-u-nu",
                "en-US-en-US-en-US-en-US-en-US-en-US",
                "i-klingon",
                "I-Default",
                "en-GB-oed",
                "sgn-BE-FR",
                "art-lojban",
                "cel-gaulish",
                "no-bok",
                "zh-guoyu",
                "zh-Hakka",
                "zh-min-nan",
                "zh-xiang",
                "zh-cmn-Hans",
                "root",
                "x",
                "en-x",
                "en-u",
                "sl-nedis-nedis",
                "en-u-ca-gregory-u-nu-latn",
                "\u0435n",
                "en\u200B",
                "en\n"
            })
    void whatIsNoTagIsRefused(String tag) {
        assertThat(LanguageTag.isValid(tag)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "FR, fr",
        "fr-CA, fr",
        "fr-fr-x-paris, fr",
        "zh-hant, zh-Hant",
        "zh-Hant-HK, zh-Hant",
        "zh-TW, zh-Hant",
        "zh-HK, zh-Hant",
        "zh-mo, zh-Hant",
        "zh-CN, zh-Hans",
        "zh-SG, zh-Hans",
        "zh-cmn-Hans-CN, zh-Hans",
        "en-GB-oxendict, en",
        "en-*, en",
        "zh-TW-x-cn, zh-Hant",
        "zh-CN-u-nu-hant, zh-Hans"
    })
    void theBestOfTheLanguagesIsFound(String wished, String found) {
        assertThat(LanguageTag.lookUp(wished, List.of("en", "fr", "zh-Hans", "zh-Hant")))
                .contains(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de",
                "*",
                "fr_CA",
                "x-fr",
                "zh-x-hant",
                "zh-u-nu-hant",
                "zh-Latn-TW",
                "",
                "-",
                "f",
                "frr",
                "zh",
                "<b>"
            })
    void whatIsNotThereIsNotFound(String wished) {
        assertThat(LanguageTag.lookUp(wished, List.of("en", "fr", "zh-Hans", "zh-Hant")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"he, iw", "HE-IL, iw", "iw, iw", "in, id", "in-ID, id", "ji, yi", "jw, jv", "ro-MD, mo"})
    void aLanguageWithTwoCodesIsFoundByEither(String wished, String found) {
        assertThat(LanguageTag.lookUp(wished, List.of("iw", "id", "yi", "jv", "mo")))
                .contains(found);
    }

    @ParameterizedTest
    @CsvSource({"zh-HK, zh-Hant-HK", "zh-Hant-HK, zh-Hant-HK", "zh-MO, zh-TW", "zh-Hant, zh-TW", "zh-TW-x-a, zh-TW"})
    void theWishedRegionOfAScriptIsPreferred(String wished, String found) {
        assertThat(LanguageTag.lookUp(wished, List.of("zh-CN", "zh-TW", "zh-Hant-HK")))
                .contains(found);
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, zh-TW", "zh-HK, zh-TW", "zh-Hant, zh-TW", "zh-CN, zh", "zh, zh"})
    void aRegionStandsForItsScript(String wished, String found) {
        assertThat(LanguageTag.lookUp(wished, List.of("zh", "zh-TW"))).contains(found);
    }
}
