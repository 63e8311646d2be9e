package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.instancio.junit.Given;
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
        Łukasz Łoś                          | lukasz los
        Knut Ødegaard                       | knut odegaard
        Olga Đurić                          | olga duric
        Eva Þórsdóttir                      | eva thorsdottir
        Ib Æbelø                            | ib aebelo
        Mia Œuvray                          | mia oeuvray
        Hans Straße STRASSE ẞ               | hans strasse strasse ss
        Ħal Ŋ Ðuro                          | hal n duro
        Eve\u00A0Zimmer                     | eve zimmer
        Eve\u202FZimmer\u2007Lee            | eve zimmer lee
        Tom No\u00ADack                     | tom noack
        Tom No\u200Back                     | tom noack
        山田 太郎                            | 山田太郎
        山田　太郎                           | 山田太郎
        ジョン・スミス                        | ションスミス
        王伟 Wang Wei                        | 王伟 wang wei
        \u0410da Lovelace                   | ada lovelace
        Sm\u0456th                          | smith
        \u0391nna Lee                       | anna lee
        МОСКBА                              | москва
        Анна Иванова                        | анна иванова
        नरेन्द्र                             | नरेन्द्र
        ज़रीन                                | जरीन
        मोदी शाह                             | मोदी शाह
        می‌خواهم                             | میخواهم
        H1N1 3M                             | h1n1 3m
        ㄓㄨ ㄧㄣ                              | ㄓㄨㄧㄣ
        ー ア                                | ーア
        שָׁלוֹם שלום                          | שלום שלום
        مُحَمَّد محمد                           | محمد محمد
        ܫܠܳܡܳܐ                               | ܫܠܡܐ
        ক়গ় ਖ਼ ક઼ ଡ଼ క఼ ಕ಼                       | কগ ਖ ક ଡ క ಕ
        Heydər Əliyev                       | heyder eliyev
        Ama Kɔfi Ɛ                          | ama kofi e
        محـــمد                             | محمد
        محمد علي على                        | محمد علی علی
        ٱلله فاطمة                          | الله فاطمه
        Marcel·lí Paraŀlel                  | marcelli parallel
        约翰·史密斯                          | 约翰史密斯
        J\u2D7Fo\u0E38rdan                  | jordan
        Ann\u2800Lee                        | ann lee
        """)
    void textIsFoldedWordByWord(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "O’Brien",
                "O‘Brien",
                "OʼBrien",
                "OʻBrien",
                "O`Brien",
                "O´Brien",
                "O′Brien",
                "O＇Brien",
                "O\u1FFDBrien"
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
    void foldingTwiceIsFoldingOnce(@Given(Texts.Any.class) String text) {
        String folded = Folding.fold(text);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aMzéÉßøŁđʼ'’-.,ıİſœþħŋ ", "ΑαΘθΣςσΉή ", "АаЯяЁё -", "ԱաՒւ ", "ᏣᎳᎩꮳꮃꭹ "})
    void capitalsFoldAsSmallLettersDo(String letters) {
        String capitals = letters.codePoints()
                .map(c -> Character.isLetter(c) ? Character.toUpperCase(c) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(Folding.fold(capitals)).isEqualTo(Folding.fold(letters));
    }

    @Property
    void foldingACleanedTextIsFoldingTheRawText(@Given(Texts.Any.class) String text) {
        assertThat(Folding.fold(Text.clean(text))).isEqualTo(Folding.fold(text));
    }

    @Property
    void composedAndDecomposedTextFoldAlike(@Given(Texts.Any.class) String text) {
        assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFC)))
                .isEqualTo(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)));
    }

    @Property
    void foldedWordsArePartedByOneSpace(@Given(Texts.Any.class) String text) {
        assertThat(Folding.fold(text))
                .doesNotContain("  ")
                .doesNotStartWith(" ")
                .doesNotEndWith(" ");
    }
}
