package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instancio.junit.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.text.TextRule.Reading;

class TextRuleTest {
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
                "Null",
                "N. N.",
                "O. d'Or",
                "A/B Smith",
                "J. Smith",
                "Kerry-Lynne D. Findlay",
                "محمد",
                "שרה כהן",
                "नरेन्द्र",
                "می‌خواهم",
                "လျှော့",
                "Movement for Democracy in China (Calgary)",
                "Democracy & Human Rights for China",
                "4th Floor Collective",
                "Anna 😀",
                FAMILY,
                "Jane Doe, Ph.D.",
                "𝒜",
                "Z\u0323\u0302",
                "a\u00A0b"
            })
    void aNameIsAccepted(String name) {
        assertThat(TextRule.NAME.read(name)).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void whatIsAcceptedIsClean() {
        assertThat(TextRule.NAME.read("\u200B Jose\u0301\u00A0")).isEqualTo(new Reading.Accepted("José"));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void aForbiddenCharacterIsRefusedByItsName(int character) {
        assertThat(code("A" + Character.toString(character) + "B")).isEqualTo("forbidden-character");
    }

    static IntStream forbidden() {
        return IntStream.concat(
                IntStream.rangeClosed(0, 0xFFFF)
                        .filter(c -> c <= 0x1F
                                || (c >= 0x7F && c <= 0x9F)
                                || (c >= 0x202A && c <= 0x202E)
                                || (c >= 0x2066 && c <= 0x2069)
                                || Set.of(
                                                0x2028, 0x2029, 0xFEFF, 0xFFFD, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000,
                                                0xF8FF, 0x378, 0xFFFE)
                                        .contains(c)),
                IntStream.of(0xE0FFF, 0xF0000, 0x10FFFD, 0x1FFFF));
    }

    @ParameterizedTest
    @CsvSource({
        "202E, U+202E RIGHT-TO-LEFT OVERRIDE",
        "2028, U+2028 LINE SEPARATOR",
        "FEFF, U+FEFF ZERO WIDTH NO-BREAK SPACE",
        "7, U+0007 BEL",
        "E0FFF, U+E0FFF (unassigned)",
        "D83D, U+D83D HIGH SURROGATES D83D"
    })
    void theMessageNamesTheCharacter(String code, String name) {
        String forbidden = Character.toString(Integer.parseInt(code, 16));
        assertThat(TextRule.NAME.read("A" + forbidden + "B"))
                .isEqualTo(new Reading.Refused("forbidden-character", "must not contain " + name));
    }

    @Test
    void surrogatesInTheWrongOrderAreRefused() {
        assertThat(code("A\uDE00\uD83D")).isEqualTo("forbidden-character");
        assertThat(code("A\uD83D\uDE00")).isEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\u00A0",
                "\u3000",
                "\u200B",
                "\u2060\u200D",
                "\u00AD",
                "\u200E \u200F",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\uFFFC",
                "\u2800",
                "\u034F",
                "\uFE0F",
                "\u0301",
                "\u202A\u202C",
                "\uFEFF",
                "\uDB40\uDC41",
                "\uD834\uDD59",
                "\uD80D\uDC41"
            })
    void aFieldThatOnlyLooksEmptyIsEmpty(String name) {
        assertThat(TextRule.NAME.read(name)).isEqualTo(new Reading.Empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "王", "😀"})
    void lengthIsCountedAsReadersSeeIt(String character) {
        assertThat(code(character.repeat(200))).isEqualTo("accepted");
        assertThat(code(character.repeat(201))).isEqualTo("too-long");
    }

    @ParameterizedTest
    @MethodSource("towers")
    void whatOutgrowsItsBoundsIsTooLong(String text) {
        assertThat(code(text)).isEqualTo("too-long");
    }

    static Stream<String> towers() {
        return Stream.of(
                "Z" + "\u0336".repeat(5_000),
                "👩" + "\u200D👩".repeat(700),
                "\u1100".repeat(5_000),
                "e\u0323\u0302".repeat(151) + "x".repeat(150),
                "\uD840\uDC00".repeat(201),
                "Z\u0316\u0317\u0318\u0319\u031C",
                "नि".repeat(160),
                "a\u20DD\u20DE\u20DF\u20E0\u20E2",
                "က" + "\u102C".repeat(31),
                "Z" + "\u0301\u0316".repeat(20));
    }

    @Test
    void fourMarksOnALetterAreAccepted() {
        assertThat(code("Z\u0316\u0317\u0318\u0319")).isEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://spam.example",
                "Buy at ftp://x",
                "://",
                "WWW.spam.example",
                "www2.spam.example",
                "https∶evil.example",
                "boss@[192.0.2.1]",
                "wWw.",
                "Anna www.x.y",
                "jane.doe@example.org",
                "Jane Doe jane@example.org",
                "Claim 500 USD at bit.ly/3xYz",
                "evil。example/free",
                "hxxps：//evil.example",
                "hxxp evil",
                "Win an iPhone - reply to promo@evil.example",
                "ACTION REQUIRED your mailbox is full - sign in at login-evil.example/verify now",
                "https:evil.example",
                "https:\\\\evil.example",
                "evil.example\\path",
                "ｗｗｗ.evil.example",
                "www．evil.example",
                "www。evil.example",
                "https:／／evil.example",
                "mailto:promo",
                "tel:+1900",
                "javascript:alert",
                "data:text/html,x",
                "sip:boss@evil",
                "skype:boss?call",
                "WhatsApp:boss",
                "write to boss＠evil.example",
                "evil.example:8080",
                "evil.example?x=1",
                "evil.example#top",
                "evil.example./free",
                "evil[.]example",
                "evil[dot]example",
                "evil(dot)example",
                "jane [at] evil.example",
                "192.0.2.1/free",
                "münchen.example/frei",
                "例え.テスト/無料",
                "ev\u00ADil.exam\u200Bple/free",
                "evil․example∕free",
                "evil.xn--p1ai/free",
                "b.sc/free.example/x",
                "evil‧example/free",
                "evil∙example⫽free",
                "data:;base64,QQ",
                "[2001:db8::1]:80",
                "[::1]/free",
                "jane@192.0.2.1",
                "evil (dot) example",
                "evil (.) example",
                "evil【.】example",
                "evil<.>example",
                "https[:]//evil.example",
                "jane 【at】 evil.example",
                "m.me/evil"
            })
    void whatLeadsElsewhereIsRefused(String text) {
        assertThat(code(text)).isEqualTo("link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "350.org",
                "Change.org",
                "J.R.R. Tolk",
                "St. John",
                "Bob @ River Club",
                "@Home Foundation",
                "A/B Smith",
                "W.W. Norton",
                "http: a history",
                "Ph.D.",
                "c/o Smith",
                "℅ Smith",
                "Is this Change.org?",
                "Friends of Change.org.",
                "B.Sc./M.Sc.",
                "M.D./Ph.D.",
                "S.A./N.V.",
                "AC/DC",
                "24/7 Collective",
                "Chapter 3:16",
                "3.5/5 Stars",
                "login-evil.example",
                "Artists [at] Risk",
                "The Dot (Green)",
                "Awww. Cute",
                "Jane (she/her)",
                "Member of Parliament for Vancouver/Quadra",
                "中国。美国",
                "Smith & Co. #2",
                "Dr.med./Dr.phil. Weber",
                "Sip:Coffee",
                "約翰‧史密斯/台北",
                "Col·lectiu/Barcelona",
                "7:84 Theatre Company",
                "Smith (at large)"
            })
    void whatLeadsNowhereIsAccepted(String text) {
        assertThat(code(text)).isEqualTo("accepted");
    }

    @Test
    void theMessageTellsTheLink() {
        assertThat(TextRule.NAME.read("Claim 500 USD at bit.ly/3xYz"))
                .isEqualTo(new Reading.Refused("link", "must not contain a web or email address"));
    }

    @Test
    void aReasonMayHaveLinesAndLinks() {
        assertThat(TextRule.REASON.read("spam: see\r\nhttps://example.org "))
                .isEqualTo(new Reading.Accepted("spam: see\nhttps://example.org"));
        assertThat(TextRule.REASON.read("a\tb")).isEqualTo(new Reading.Accepted("a\tb"));
        assertThat(TextRule.LINE.read("a\tb")).isInstanceOf(Reading.Refused.class);
        assertThat(TextRule.REASON.read("a\u202Eb")).isInstanceOf(Reading.Refused.class);
        assertThat(TextRule.LINE.read("a\nb")).isInstanceOf(Reading.Refused.class);
        assertThat(TextRule.LINE.read("https://old.example/list")).isInstanceOf(Reading.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"200, 300, 800", "300, 450, 1200", "500, 750, 2000", "50000, 75000, 200000"})
    void eachKindOfTextHasItsBounds(int graphemes, int codePoints, int bytes) {
        TextRule rule = Stream.of(TextRule.NAME, TextRule.TITLE, TextRule.REASON, TextRule.LETTER)
                .filter(one -> one.graphemes() == graphemes)
                .findFirst()
                .orElseThrow();
        assertThat(rule.codePoints()).isEqualTo(codePoints);
        assertThat(rule.bytes()).isEqualTo(bytes);
        assertThat(rule.read("a".repeat(graphemes))).isInstanceOf(Reading.Accepted.class);
        assertThat(rule.read("a".repeat(graphemes + 1))).isInstanceOf(Reading.Refused.class);
        // Two code points that are one character to readers, and four bytes each.
        String inNfc = "\uD835\uDC9C\u0301";
        assertThat(rule.read(inNfc.repeat(codePoints / 2 + 1))).isInstanceOf(Reading.Refused.class);
        String fourBytes = "\uD840\uDC00".repeat(bytes / 4);
        assertThat(new TextRule(bytes, bytes, bytes, false, true).read(fourBytes))
                .isInstanceOf(Reading.Accepted.class);
        assertThat(new TextRule(bytes, bytes, bytes, false, true).read(fourBytes + "a"))
                .isEqualTo(new Reading.Refused("too-long", "must have at most " + bytes + " bytes in UTF-8"));
    }

    @Test
    void lineAndDescriptionHaveTheBoundsOfTheContract() {
        assertThat(TextRule.LINE).isEqualTo(new TextRule(200, 300, 800, false, true));
        assertThat(TextRule.DESCRIPTION).isEqualTo(new TextRule(500, 750, 2_000, false, true));
    }

    @Property
    void whatPassesIsNeverRefusedWhenCleanedAgain(@Given(Texts.Name.class) String clean) {
        assertThat(TextRule.NAME.read(clean)).isEqualTo(new Reading.Accepted(clean));
        assertThat(Folding.fold(Text.clean(clean))).isEqualTo(Folding.fold(clean));
    }

    /** By itself, in a word, and under an accent. */
    @Test
    void cleaningFoldingAndReadingAgreeOnEveryCharacter() {
        Texts.assigned().forEach(c -> {
            String one = Character.toString(c);
            for (String text : List.of(one, "a" + one + "b", "न" + one + "\u0301न")) {
                String clean = Text.clean(text);
                if (!clean.equals(text)) {
                    assertThat(Text.clean(clean)).as(Characters.named(c)).isEqualTo(clean);
                    assertThat(Folding.fold(clean)).as(Characters.named(c)).isEqualTo(Folding.fold(text));
                    assertThat(Skeleton.of(clean)).as(Characters.named(c)).isEqualTo(Skeleton.of(text));
                }
                String folded = Folding.fold(text);
                if (!Folding.fold(folded).equals(folded)) fail(Characters.named(c) + " folds otherwise when folded");
                if (TextRule.NAME.read(text) instanceof Reading.Accepted accepted
                        && !TextRule.NAME.read(accepted.text()).equals(accepted))
                    fail(Characters.named(c) + " is refused when cleaned");
            }
        });
    }

    @Property
    void noAcceptedNameHoldsAForbiddenCharacterOrALink(@Given(Texts.Name.class) String name) {
        assertThat(name.codePoints()).noneMatch(Characters::isForbidden);
        assertThat(name).doesNotContain("://").doesNotContainPattern("(?i)\\bwww\\.");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(300);
    }

    @Test
    void aHostileTextIsReadInNoTime() {
        for (String part : new String[] {
            "a.", "a@", "www", "[.", "a.b", "://", "a-", "aa.bb/", "é.", "\u0301\u0316", "\u0301\u200B"
        }) {
            long before = System.nanoTime();
            TextRule.LETTER.read(part.repeat(8_000));
            code(part.repeat(100).substring(0, Math.min(300, part.length() * 100)));
            assertThat(System.nanoTime() - before).as(part).isLessThan(1_000_000_000L);
        }
    }

    private static String code(String text) {
        return switch (TextRule.NAME.read(text)) {
            case Reading.Accepted _ -> "accepted";
            case Reading.Empty() -> "empty";
            case Reading.Refused refused -> refused.code();
        };
    }
}
