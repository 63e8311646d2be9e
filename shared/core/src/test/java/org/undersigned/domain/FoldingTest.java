package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        May                                 | may
        José                                | jose
        Jose\u0301                          | jose
        Nguyễn                              | nguyen
        王伟                                | 王伟
        Erskine-Smith                       | erskine smith
        Kerry-Lynne D. Findlay              | kerry lynne d findlay
        Democratic Party of China, Canada   | democratic party of china canada
        Students'  Union (Calgary)          | students union calgary
        ﬁne ＡＢＣ Ⅷ                         | fine abc viii
        İstanbul                            | istanbul
        ΑΘΉΝΑ                               | αθηνα
        Νίκος                               | νικοσ
        Işık                                | isik
        7 & 8                               | 7 8
        """)
    void textIsFoldedWordByWord(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O'Brien", "O’Brien", "O‘Brien", "OʼBrien", "OʻBrien", "O`Brien", "O´Brien", "O′Brien", "O＇Brien"
            })
    void anApostropheIsDroppedHoweverItIsTyped(String name) {
        assertThat(Folding.fold(name)).isEqualTo("obrien");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "…", "!?", "♥", "\u200B", "\u0301", "’", "👩‍👩‍👧"})
    void textWithoutLetterOrDigitFoldsToNothing(String text) {
        assertThat(Folding.fold(text)).isEmpty();
    }

    @Test
    void loneSurrogatesPartWordsAsPunctuationDoes() {
        assertThat(Folding.fold("a\uD800b\uDC00")).isEqualTo("a b");
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll("texts") String text) {
        String folded = Folding.fold(text);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @Property
    void capitalsFoldAsSmallLettersDo(@ForAll("texts") String text) {
        String capitals = text.codePoints()
                .map(c -> Character.isLetter(c) ? Character.toUpperCase(c) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(Folding.fold(capitals)).isEqualTo(Folding.fold(text));
    }

    @Property
    void composedAndDecomposedTextFoldAlike(@ForAll("texts") String text) {
        assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFC)))
                .isEqualTo(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)));
    }

    @Property
    void foldedWordsArePartedByOneSpace(@ForAll("texts") String text) {
        assertThat(Folding.fold(text))
                .doesNotContain("  ")
                .doesNotStartWith(" ")
                .doesNotEndWith(" ");
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }
}
