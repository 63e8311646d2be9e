package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar", "AR-eg", "he", "iw", "fa", "ur-PK", "yi", "az-Arab", "ff-Adlm", "ks-Arab", "pa-PK", "uz-AF",
                "az-IR"
            })
    void arabicAndHebrewRunFromRightToLeft(String tag) {
        assertThat(LanguageTag.isRightToLeft(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant", "ar-Latn", "az", "ff", "ks-Deva", "tr", "pa", "pa-IN", "sd-IN", "ug-KZ"})
    void othersRunFromLeftToRight(String tag) {
        assertThat(LanguageTag.isRightToLeft(tag)).isFalse();
    }
}
