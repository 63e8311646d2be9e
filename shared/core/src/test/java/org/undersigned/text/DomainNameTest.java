package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.IDNA;
import java.lang.Character.UnicodeScript;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.instancio.junit.Given;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-";
    private static final IDNA ORACLE = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.USE_STD3_RULES);

    @ParameterizedTest
    @CsvSource({
        "faß.example, xn--fa-hia.example",
        "straße.example, xn--strae-oqa.example",
        "STRASSE.example, strasse.example",
        "βόλος.com, xn--nxasmm1c.com",
        "ΒΌΛΟΣ.com, xn--nxasmq6b.com",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah",
        "例え。テスト, xn--r8jz45g.xn--zckzah",
        "ｅxample。org, example.org",
        "пример.испытание, xn--e1afmkfd.xn--80akhbyknj4f",
        "مثال.إختبار, xn--mgbh0fb.xn--kgbechtv",
        "उदाहरण.परीक्षा, xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g",
        "ශ්\u200Dරී.example, xn--10cl1a0b660p.example",
        "نامه\u200Cای.example, xn--mgba3gch31f060k.example",
        "l·l.example, xn--ll-0ea.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "XN--BCHER-KVA.example, xn--bcher-kva.example",
        "xn--FA-hia.XN--kgbechtv, xn--fa-hia.xn--kgbechtv",
        "xn--10cl1a0b660p.例え, xn--10cl1a0b660p.xn--r8jz45g",
        "bü\u00ADcher.example, xn--bcher-kva.example"
    })
    void aDomainIsEncodedByIdna2008(String typed, String ascii) {
        assertThat(DomainName.toAscii(typed)).contains(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "-a.example",
                "a-.example",
                "ü-.example",
                "üa--b\u0301.example",
                "a b.example",
                "☃.example",
                "😀.example",
                "a\u200Db.example",
                "a\u200Cb.example",
                "\u0301a.example",
                "אa.example",
                "1א.example",
                "٠۰.example",
                "l·a.example",
                "ü_b.example",
                "ü/b.example",
                "a\uD800.example",
                "\u1100.example",
                "ⅷ☃.example",
                "אב١2.example",
                "xn--.example",
                "xn--0.example",
                "xn--a.example",
                "xn--abc-.example",
                "xn--ls8h.example",
                "xn--99999999.example",
                "xn--bcher-kva9.example",
                "a.xn--n3h.example",
                "xn--ab-m1t.example",
                "1.xn--4db"
            })
    void whatCannotBeRegisteredIsRefused(String typed) {
        assertThat(DomainName.toAscii(typed)).isEmpty();
    }

    @Test
    void whatIsEncodedReadsAsItWasWritten() {
        IntStream.rangeClosed(0xA1, Character.MAX_CODE_POINT)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(c -> {
                    String label = "a" + Character.toString(c) + "-b" + Character.toString(c);
                    assertThat(Punycode.decode(Punycode.encode(label))).contains(label);
                });
    }

    /** Whatever somebody types behind the prefix. */
    @RepeatedTest(20)
    void whatStandsBehindThePrefixIsTakenAsUnicodeTakesIt(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 500; i++) {
            String rest = random.ints(1 + random.nextInt(12), 0, LETTERS.length())
                    .mapToObj(at -> LETTERS.substring(at, at + 1))
                    .collect(Collectors.joining());
            String typed = "xn--" + rest + ".example";
            assertThat(DomainName.toAscii(typed).filter(ascii -> isValid(ascii)))
                    .as(typed)
                    .isEqualTo(DomainName.toAscii(typed));
        }
    }

    private static boolean isValid(String domain) {
        var info = new IDNA.Info();
        var unicode = new StringBuilder();
        ORACLE.nameToUnicode(domain, unicode, info);
        return !info.hasErrors();
    }

    @Test
    void everyLetterIsTakenAsUnicodeTakesIt() {
        IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(c -> DomainName.toAscii("a" + Character.toString(c) + "a.example")
                        .ifPresent(ours -> assertThat(ours)
                                .as(Characters.named(c))
                                .isEqualTo(oracle("a" + Character.toString(c) + "a.example"))));
    }

    /** Where a non-joiner may stand between Arabic letters, also behind and before marks. */
    @Test
    void aNonJoinerKeepsApartWhatWouldJoin() {
        Texts.assigned()
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.ARABIC && Character.isLetter(c))
                .mapToObj(Character::toString)
                .filter(letter -> DomainName.toAscii("ب" + letter + ".example").isPresent())
                .flatMap(letter -> Stream.of(
                        "ب" + letter + "\u200Cب",
                        "ب\u200C" + letter,
                        "ب" + letter + "\u064B\u200C\u0670ب",
                        letter + "\u200C\u064B" + letter))
                .forEach(label -> assertThat(
                                DomainName.toAscii(label + ".example").isPresent())
                        .as(label)
                        .isEqualTo(isValid(label + ".example")));
    }

    @Property
    void whatIsTakenIsWhatUnicodeMakesOfIt(@Given(Texts.Any.class) String label) {
        String domain = label + ".example";
        DomainName.toAscii(domain)
                .ifPresent(ours -> assertThat(oracle(domain)).as(domain).isEqualTo(ours));
    }

    @Property
    void whatIsTakenIsTakenAgainInAscii(@Given(Texts.Any.class) String label) {
        DomainName.toAscii(label + ".example")
                .ifPresent(ascii -> assertThat(DomainName.toAscii(ascii)).contains(ascii));
    }

    private static String oracle(String domain) {
        var info = new IDNA.Info();
        String ascii = ORACLE.nameToASCII(domain, new StringBuilder(), info).toString();
        return info.hasErrors() ? "refused: " + info.getErrors() + " " + ascii : ascii;
    }
}
