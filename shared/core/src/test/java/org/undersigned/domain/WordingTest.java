package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.domain.Wording.Flaw.EMPTY;
import static org.undersigned.domain.Wording.Flaw.FORBIDDEN_CHARACTER;
import static org.undersigned.domain.Wording.Flaw.LINK;
import static org.undersigned.domain.Wording.Flaw.TOO_LONG;

import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王伟",
                "José",
                "Jose\u0301",
                "Nguyễn",
                "O’Brien",
                "O'Brien",
                "Cher",
                "X",
                "Kerry-Lynne D. Findlay",
                "محمد",
                "שרה כהן",
                "नरेन्द्र",
                "Movement for Democracy in China (Calgary)",
                "Democracy & Human Rights for China",
                "4th Floor Collective",
                "Anna 😀",
                FAMILY,
                "W.W. Norton",
                "http: a history",
                "a\u200Db",
                "𝒜"
            })
    void aNameIsAccepted(String name) {
        assertThat(Wording.flawOf(Wording.tidy(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void aForbiddenCharacterIsRefusedWhereverItStands(int character) {
        String forbidden = Character.toString(character);
        assertThat(Wording.flawOf("A" + forbidden + "B")).contains(FORBIDDEN_CHARACTER);
        assertThat(Wording.flawOf(forbidden + "王伟")).contains(FORBIDDEN_CHARACTER);
        assertThat(Wording.flawOf("Nguyễn" + forbidden)).contains(FORBIDDEN_CHARACTER);
    }

    static IntStream forbidden() {
        return IntStream.rangeClosed(0, 0xFFFF)
                .filter(c -> c <= 0x1F
                        || (c >= 0x7F && c <= 0x9F)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0xFEFF
                        || Set.of(0xD800, 0xDBFF, 0xDC00, 0xDFFF).contains(c));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x2029, 0x202F, 0x2065, 0x206A, 0xFEFE, 0xFFFD, 0xA0, 0xAD, 0x200E, 0x200F})
    void theNeighboursOfForbiddenCharactersAreAccepted(int character) {
        assertThat(Wording.flawOf("A" + Character.toString(character) + "B")).isEmpty();
    }

    @Test
    void surrogatesInTheWrongOrderAreRefused() {
        assertThat(Wording.flawOf("A\uDE00\uD83D")).contains(FORBIDDEN_CHARACTER);
        assertThat(Wording.flawOf("A\uD83D\uDE00")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00A0", "\u3000", "\u200B", "\u2060\u200D", "\u00AD", "\u200E \u200F"})
    void aNameThatNobodyCanSeeIsEmpty(String name) {
        assertThat(Wording.flawOf(Wording.tidy(name))).contains(EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3164", "\u115F\u1160", "\uFFA0", "\u2800", "\u034F", "\uFE0F"})
    void aNameOfBlankLettersIsEmpty(String name) {
        assertThat(Wording.flawOf(Wording.tidy(name))).contains(EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "e\u0323\u0302", "王", "😀", "🇨🇦", "👍🏽", FAMILY})
    void lengthIsCountedAsReadersSeeIt(String character) {
        assertThat(Wording.flawOf(Wording.tidy(character.repeat(200)))).isEmpty();
        assertThat(Wording.flawOf(Wording.tidy(character.repeat(201)))).contains(TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://spam.example", "Buy at ftp://x", "://", "WWW.spam.example", "wWw.", "Anna www.x.y"})
    void aWebAddressIsRefused(String name) {
        assertThat(Wording.flawOf(name)).contains(LINK);
    }

    @Test
    void aTidyTextIsComposedAndHasNoWhiteSpaceAtItsEnds() {
        assertThat(Wording.tidy(" \t\u3000Jose\u0301\r\n")).isEqualTo("José");
        assertThat(Wording.tidy("  Anna  Lee ")).isEqualTo("Anna  Lee");
    }

    @Property
    void tidyingTwiceIsTidyingOnce(@ForAll("texts") String text) {
        String tidy = Wording.tidy(text);
        assertThat(Wording.tidy(tidy)).isEqualTo(tidy);
    }

    @Property
    void noAcceptedNameHoldsAForbiddenCharacterOrALink(@ForAll("names") String name) {
        assertThat(name.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)
                .noneMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0xFEFF);
        assertThat(name).doesNotContain("://").doesNotContainIgnoringCase("www.");
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }

    @Provide
    Arbitrary<String> names() {
        return Texts.names();
    }
}
