package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.instancio.junit.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada\u00A0",
                "\u200BAda",
                "Ada\u200F",
                "\uFEFFAda",
                "\u202AAda\u202C",
                "\u2060Ada\u2060",
                " \t\u3000Ada\r\n",
                "\u3164\u115FAda\uFFA0\u1160",
                "Ada\u200D",
                "\u2800Ada\u2028",
                "\u00AD\u200B Ada \uFE0F",
                "\uD834\uDD59Ada\uD80D\uDC41",
                "Ada\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC7F"
            })
    void whatCannotBeSeenIsDroppedAtBothEnds(String typed) {
        assertThat(Text.clean(typed)).isEqualTo("Ada");
    }

    @ParameterizedTest
    @MethodSource("blanks")
    void everyWhiteSpaceAndEveryFormatCharacterIsDroppedAtBothEnds(int blank) {
        String one = Character.toString(blank);
        assertThat(Text.clean(one + "Ada" + one)).isEqualTo("Ada");
        assertThat(Text.clean(one + one)).isEmpty();
    }

    static IntStream blanks() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) == Character.FORMAT
                        || com.ibm.icu.lang.UCharacter.isUWhiteSpace(c)
                        || c == 0x115F
                        || c == 0x1160
                        || c == 0x3164
                        || c == 0xFFA0);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xAD, 0x200B, 0x200E, 0x200F, 0x061C, 0x2060, 0x2062, 0x180E, 0x034F, 0xFFFC, 0x115F, 0x3164, 0xE0041,
                0xFE0F, 0xE0100
            })
    void whatCannotBeSeenIsDroppedInsideToo(int invisible) {
        assertThat(Text.clean("No" + Character.toString(invisible) + "ack")).isEqualTo("Noack");
    }

    @Test
    void everythingIgnorableByDefaultIsDroppedBetweenLatinLetters() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> com.ibm.icu.lang.UCharacter.hasBinaryProperty(
                        c, com.ibm.icu.lang.UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .filter(c -> Character.isDefined(c) && !Characters.isDirection(c))
                .forEach(c -> assertThat(Text.clean("a" + Character.toString(c) + "b"))
                        .as(Integer.toHexString(c))
                        .isEqualTo("ab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می‌خواهم",
                "ශ්‍රී ලංකා",
                "क्‍ष",
                "👩‍👩‍👧‍👦",
                "❤️",
                "🏳️‍🌈",
                "👩🏽‍🚀",
                "1️⃣",
                "葛󠄀城",
                "≩\uFE00 2",
                "عدد \u0600١",
                "മോഹന്\u200Dലാല്\u200D",
                "ബാലന്\u200D നായര്\u200D",
                "র\u200D্যাব",
                "ه\u200D. رضایی",
                "ᠨᠠᠷᠠ\u180Eᠨ",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
                "नरेन्द्र"
            })
    void joinersAndVariationSelectorsStayWhereTheyAreNeeded(String text) {
        assertThat(Text.clean(text)).isEqualTo(text);
    }

    @Test
    void aJoinerStandsOnceAndBetweenLettersOfOneScript() {
        assertThat(Text.clean("क्\u200D\u200Dष")).isEqualTo("क्\u200Dष");
        assertThat(Text.clean("क्\u200D\u200Cष")).isEqualTo("क्\u200Dष");
        assertThat(Text.clean("क\u200Ca")).isEqualTo("कa");
        assertThat(Text.clean("م\u200Cक")).isEqualTo("مक");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u200Db", "a\u200Cb", "ab\uFE0F", "\u200Dab", "a\uFE0Fb", "a\u200D\u200Db", "a\u180Eb"})
    void joinersAndVariationSelectorsAreDroppedWhereTheyChangeNothing(String text) {
        assertThat(Text.clean(text)).isEqualTo("ab");
    }

    @Test
    void aTextIsComposedAlsoAcrossWhatIsDropped() {
        assertThat(Text.clean("Jose\u0301")).isEqualTo("José");
        assertThat(Text.clean("Jose\u00AD\u0301")).isEqualTo("José");
        assertThat(Text.clean("Anna  Lee")).isEqualTo("Anna  Lee");
    }

    @Test
    void onlyTagsThatNameAPlaceStayBehindAFlag() {
        String tags = "\uDB40\uDC67";
        for (int many : new int[] {0, 2, 7, 50_000})
            assertThat(Text.clean("🏴" + tags.repeat(many) + "\uDB40\uDC7F")).isEqualTo("🏴");
        assertThat(Text.clean("🏴" + tags.repeat(4) + " Ann")).isEqualTo("🏴 Ann");
    }

    @Property
    void cleaningTwiceIsCleaningOnce(@Given(Texts.Any.class) String text) {
        String clean = Text.clean(text);
        assertThat(Text.clean(clean)).isEqualTo(clean);
        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
    }

    @Property
    void cleaningTakesNothingThatIsSeen(@Given(Texts.Any.class) String text) {
        assertThat(seen(Text.clean(text))).isEqualTo(seen(text));
    }

    private static String seen(String text) {
        var seen = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> !Characters.isInvisible(c) && !Characters.isBlank(c))
                .forEach(seen::appendCodePoint);
        return Normalizer.normalize(seen, Normalizer.Form.NFC);
    }
}
