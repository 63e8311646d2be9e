package org.undersigned.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing has one name in a language, on pages, in emails and in the form. */
class OneTermTest {

    @ParameterizedTest
    @CsvSource({
        "fr, adresse électronique, adresse courriel",
        "fr, Protection des données, Avis de confidentialité",
        "fr, dans la liste, sur la liste",
        "fr, '\\u00a0?', '\\u202f?'",
        "fr, '\\u00a0;', '\\u202f;'",
        "fr, '\\u00a0!', '\\u202f!'",
        "fr, '\\u202f:', '\\u00a0:'",
        "es, dirección de correo, correo electrónico",
        "zh-Hant, 審閱, 審核",
        "zh-Hant, 主辦者, 發起人",
        "zh-Hant, 郵箱, 電子郵件地址",
        "zh-Hans, 审阅, 审核",
        "zh-Hans, 主办者, 发起人",
        "zh-Hans, 邮件地址, 电子邮箱"
    })
    void aThingHasOneName(String language, String twin, String name) throws IOException {
        String words = Files.readString(Shipped.WORDS.resolve(language + ".properties"));
        assertThat(words.lines().filter(line -> !line.startsWith("#")))
                .as("say " + name)
                .noneMatch(line -> line.contains(twin));
    }
}
