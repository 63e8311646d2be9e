package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.text.Property;
import org.undersigned.text.Texts;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.ca",
                "azAZ09@az09.az",
                "elizabeth.may@parl.gc.ca",
                "o'brien@example.org",
                "a+b-c_d@example.org",
                "!#$%&'*+-/=?^_`{|}~@example.org",
                "1@2.example",
                "a@xn--bcher-kva.example",
                "a@a-b.example"
            })
    void anAddressIsTakenAsItIsTyped(String text) {
        assertThat(Address.of(text).orElseThrow().typed()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "a",
                "a@",
                "@b.ca",
                "a@b",
                "a@b.c",
                "a@@b.ca",
                "a@b@c.ca",
                "a b@c.ca",
                ".a@b.ca",
                "a.@b.ca",
                "a..b@c.ca",
                "a@.b.ca",
                "a@b..ca",
                "a@-b.ca",
                "a@b-.ca",
                "a@b_c.ca",
                "a@192.168.0.1",
                "a@[192.168.0.1]",
                "a@b.123",
                "\"a b\"@c.ca",
                "\"a\"@c.ca",
                "a\\b@c.ca",
                "a(b)@c.ca",
                "a,b@c.ca",
                "a;b@c.ca",
                "a:b@c.ca",
                "a@c.ca, d@e.ca",
                "a@c.ca\r\nBcc: d@e.ca",
                "a\n@c.ca",
                "a@c\r.ca",
                "a@c.ca\u0000",
                "a@localhost",
                "o’brien@example.org",
                "a\u0000@c.ca",
                "jösé@example.org",
                "王@example.org",
                "a\u200B@example.org",
                "a@example.org\uD800",
                "a@\uD83D.ca",
                "a@exa mple.org",
                "a@b.ca?subject=x",
                "a@b/c.ca"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(Address.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200Bpasted@example.org",
                "\u00A0pasted@example.org",
                "pasted@example.org\u00A0",
                "\uFEFFpasted@example.org",
                "\u202Apasted@example.org\u202C",
                "\u2060pasted@example.org",
                "pasted@example.org\u200B",
                "pasted@example.org\u3000",
                "pasted＠example.org",
                "pasted﹫example．org",
                "ｐasted＠ｅxample.org\uFFA0",
                "ｐａｓｔｅｄ＠ｅｘａｍｐｌｅ。ｏｒｇ"
            })
    void whatIsPastedAroundAnAddressAndFullWidthAreNoPartOfIt(String text) {
        assertThat(Address.of(text).orElseThrow().typed()).isEqualTo("pasted@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:pasted@example.org",
                "MAILTO: pasted@example.org",
                "mailto://pasted@example.org",
                "<mailto:pasted@example.org>",
                "<pasted@example.org>",
                "Anna <pasted@example.org>",
                "\"Baker, Anna\" <pasted@example.org>,",
                "王伟 ＜pasted＠example．org＞；",
                "Anna\u00A0<\u202Apasted@example.org\u202C>",
                "'Pasted@example.org' <pasted@example.org>",
                "\"Anna <pasted@example.org>\"",
                "\"pasted@example.org\"",
                "‘pasted@example.org’",
                "«\u00A0pasted@example.org\u00A0»",
                "(pasted@example.org).",
                "pasted@example.org,",
                "pasted@example.org;",
                "pasted@example.org.",
                "pasted@example.org。",
                "; pasted@example.org ،",
                "pasted@example.org\uFE0F"
            })
    void whatProgramsPutRoundAnAddressIsNoPartOfIt(String text) {
        assertThat(Address.of(text).orElseThrow().typed()).isEqualTo("pasted@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.ca, c@d.ca",
                "a@b.ca;c@d.ca;",
                "a@b.ca/c@d.ca",
                "Anna <a@b.ca>, Bob <c@d.ca>",
                "c@d.ca <a@b.ca>",
                "\"c@d.ca\" <a@b.ca>",
                "mailto:a@b.ca?cc=c@d.ca",
                "a@b@c.ca"
            })
    void twoAddressesAreNone(String text) {
        assertThat(Address.read(text))
                .isEqualTo(new Address.Reading.Refused(
                        "must be an email address such as name@example.org: one address belongs here, with one @"));
    }

    /** With what could be taken for surroundings. */
    @ParameterizedTest
    @ValueSource(
            strings = {"'a@b.ca", "a'@b.ca", "{a@b.ca", "/a@b.ca", "mailto@b.ca", "a%2Bb@b.ca", "?a@b.ca", "#a@b.ca"})
    void whatAnAddressMayBeginWithIsKept(String text) {
        assertThat(Address.of(text).orElseThrow().typed()).isEqualTo(text);
    }

    @Test
    void everySignInFullWidthIsReadAsThePlainOne() {
        assertThat(Address.of("！＃＄％＆＇＊＋－／＝？＾＿｀｛｜｝～＠example.org").orElseThrow().typed())
                .isEqualTo("!#$%&'*+-/=?^_`{|}~@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "o’brien@example.org, U+2019 RIGHT SINGLE QUOTATION MARK cannot stand before the @: type the apostrophe as '",
        "a44\u202Eb@example.org, U+202E RIGHT-TO-LEFT OVERRIDE cannot stand before the @",
        "a b@example.org, U+0020 SPACE cannot stand before the @",
        "jösé@example.org, U+00F6 LATIN SMALL LETTER O WITH DIAERESIS cannot stand before the @",
        "a@example.org>, U+003E GREATER-THAN SIGN cannot stand behind the @",
        "a@exa mple.org, U+0020 SPACE cannot stand behind the @",
        "a@☃.example, U+2603 SNOWMAN cannot stand behind the @",
        "anna, it has no @",
        "@example.org, it has nothing before the @",
        "a..b@example.org, 'it has a full stop at the start or end of what is before the @, or two in a row'",
        "a@, it has nothing behind the @",
        "a@example.org.., 'it has a full stop at the start or end of what is behind the @, or two in a row'",
        "a@例え。。テスト, 'it has a full stop at the start or end of what is behind the @, or two in a row'",
        "Anna <a@example.org, U+0020 SPACE cannot stand before the @",
        "an<na@example.org>, U+003C LESS-THAN SIGN cannot stand before the @",
        "a@example.org (Anna), U+0020 SPACE cannot stand behind the @",
        "(Anna)a@example.org, U+0028 LEFT PARENTHESIS cannot stand before the @",
        "'\"a@b\"@example.org', U+0022 QUOTATION MARK cannot stand before the @",
        "'Anna\r\nBcc: <a@example.org>', U+000D CARRIAGE RETURN (CR) cannot stand before the @",
        "'a@example.org\r\nBcc: b@example.org', U+000D CARRIAGE RETURN (CR) cannot stand behind the @",
        "Bcc: a@example.org, U+003A COLON cannot stand before the @",
        "mailto:a@example.org?subject=x, 'it is a link: give the address alone, without mailto:'",
        "mailto:a%2Bb@example.org, 'it is a link: give the address alone, without mailto:'",
        "a@xn--0.example, it has an xn-- behind the @ that is no domain's encoding",
        "a@b-.example, it has a hyphen at the start or end of a part of its domain",
        "a@a\u200Db.example, U+200D ZERO WIDTH JOINER cannot stand there behind the @",
        "a@b\uFE0F.example, U+FE0F VARIATION SELECTOR-16 cannot stand there behind the @",
        "a@אa.example, it mixes writing from right to left with other writing in a part of its domain",
        "a@example, it has no domain behind the @ that mail can be sent to"
    })
    void aRefusalNamesWhatIsAtFault(String text, String fault) {
        assertThat(Address.read(text))
                .isEqualTo(new Address.Reading.Refused("must be an email address such as name@example.org: " + fault));
    }

    @ParameterizedTest
    @CsvSource({
        "ida@faß.example, ida@xn--fa-hia.example",
        "ida@fass.example, ida@fass.example",
        "a@straße.example, a@xn--strae-oqa.example"
    })
    void aSharpSIsAnotherDomain(String text, String typed) {
        assertThat(Address.of(text).orElseThrow().typed()).isEqualTo(typed);
        assertThat(Address.of(text).orElseThrow().canonical()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "m+1@example.org, m@example.org",
        "M+2@example.org, m@example.org",
        "m.n+2@gmail.com, mn@gmail.com",
        "+m@example.org, +m@example.org",
        "m@example.org, m@example.org"
    })
    void mailsToAMailboxAreCountedWithoutItsTags(String text, String mailbox) {
        assertThat(Address.of(text).orElseThrow().mailbox()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@gmail.com",
                "a@hotmail.co.uk",
                "a@yahoo.fr",
                "a@live.com.au",
                "a@gmx.de",
                "a@x.fastmail.com",
                "a@qq.com"
            })
    void aMailboxThatAnybodyGetsIsFreeMail(String text) {
        assertThat(Address.of(text).orElseThrow().isFreeMail()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org", "a@gmail.com.example.org", "a@outlook.example", "a@parl.gc.ca"})
    void anotherIsNot(String text) {
        assertThat(Address.of(text).orElseThrow().isFreeMail()).isFalse();
    }

    @Test
    void whiteSpaceAroundAnAddressIsDropped() {
        assertThat(Address.of(" \ta@b.ca\r\n").orElseThrow().typed()).isEqualTo("a@b.ca");
    }

    @Test
    void anAddressHasAtMost254Characters() {
        String domain = ("d".repeat(61) + ".").repeat(3) + "example";
        String local = "l".repeat(254 - 1 - domain.length());
        assertThat(Address.of(local + "@" + domain)).isPresent();
        assertThat(Address.of(local + "l@" + domain)).isEmpty();
    }

    @Test
    void aLocalPartHasAtMost64Characters() {
        assertThat(Address.of("l".repeat(64) + "@example.org")).isPresent();
        assertThat(Address.of("l".repeat(65) + "@example.org")).isEmpty();
    }

    @Test
    void aLabelHasAtMost63Characters() {
        assertThat(Address.of("a@" + "d".repeat(63) + ".org")).isPresent();
        assertThat(Address.of("a@" + "d".repeat(64) + ".org")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a@bücher.example, a@xn--bcher-kva.example",
        "a@BÜCHER.example, a@xn--bcher-kva.example",
        "a@bu\u0308cher.example, a@xn--bcher-kva.example",
        "a@例え.テスト, a@xn--r8jz45g.xn--zckzah",
        "a@ｅxample。org, a@example.org",
        "a@Example.ORG, a@example.org"
    })
    void aDomainIsSentToInAscii(String text, String typed) {
        assertThat(Address.of(text).orElseThrow().typed()).isEqualTo(typed);
    }

    @Test
    void anAddressThatIsTooLongInAsciiIsRefused() {
        assertThat(Address.of("a@" + "ü".repeat(60) + ".example")).isEmpty();
        assertThat(Address.of("l".repeat(64) + "@" + ("ü".repeat(36) + ".").repeat(5) + "example"))
                .isEmpty();
    }

    @Test
    void theLocalPartKeepsItsCaseForSendingAlone() {
        Address address = Address.of("Elizabeth.May@Parl.GC.ca").orElseThrow();
        assertThat(address.typed()).isEqualTo("Elizabeth.May@parl.gc.ca");
        assertThat(address.canonical()).isEqualTo("elizabeth.may@parl.gc.ca");
    }

    @ParameterizedTest
    @CsvSource({
        "A.n.n.a+letters@gmail.com, anna@gmail.com",
        "anna@googlemail.com, anna@gmail.com",
        "Anna <an.na+x@gmail.com>, anna@gmail.com",
        "an.na+x+y@GoogleMail.com, anna@gmail.com",
        "anna+x@outlook.com, anna@outlook.com",
        "an.na@outlook.com, an.na@outlook.com",
        "anna@hotmail.com, anna@hotmail.com",
        "anna+x@me.com, anna@icloud.com",
        "anna@mac.com, anna@icloud.com",
        "an.na@pm.me, anna@proton.me",
        "anna+x@protonmail.com, anna@proton.me",
        "anna@yandex.ru, anna@yandex.com",
        "m+1@hotmail.co.uk, m@hotmail.co.uk",
        "m+2@hotmail.co.uk, m@hotmail.co.uk",
        "m+1@outlook.fr, m@outlook.fr",
        "m+1@live.ca, m@live.ca",
        "m+1@outlook.com.br, m@outlook.com.br",
        "m-1@yahoo.com, m@yahoo.com",
        "m-2@yahoo.co.uk, m@yahoo.co.uk",
        "one@mm.fastmail.com, mm@fastmail.com",
        "two+x@mm.fastmail.com, mm@fastmail.com",
        "mm+x@fastmail.com, mm@fastmail.com",
        "m+1@yandex.com, m@yandex.com",
        "m+1@ya.ru, m@yandex.com",
        "a.b@ya.ru, a-b@yandex.com",
        "m+1@zohomail.in, m@zohomail.in",
        "m+1@zoho.in, m@zoho.in",
        "m+1@xmail.ru, m@xmail.ru",
        "a_n-n.a@proton.me, anna@proton.me",
        "_@pm.me, _@proton.me",
        "--@pm.me, --@proton.me",
        "m+1@hotmail.example, m+1@hotmail.example",
        "m+1@hotmail.evil.com, m+1@hotmail.evil.com",
        "m-1@example.org, m-1@example.org",
        "an.na+x@example.org, an.na+x@example.org",
        "+anna@gmail.com, +anna@gmail.com",
        "anna@gmail.com.example.org, anna@gmail.com.example.org"
    })
    void oneMailboxHasOneCanonicalForm(String text, String canonical) {
        assertThat(Address.of(text).orElseThrow().canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"a@parl.gc.ca", "a@sen.parl.gc.ca", "a@PARL.GC.CA", "a@x.y.parl.gc.ca", "a@ｐarl.gc.ca"})
    void aDomainAndItsSubdomainsAreUnderIt(String text) {
        assertThat(Address.of(text).orElseThrow().isUnder("parl.gc.ca")).isTrue();
        assertThat(Address.of(text).orElseThrow().isUnder("Parl.gc.CA")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@evilparl.gc.ca",
                "a@gc.ca",
                "a@parl.gc.ca.evil.example",
                "a@parl-gc.ca",
                "parl.gc.ca@evil.example",
                "a@xparl.gc.ca",
                "a@parl.gc.cat"
            })
    void anotherDomainIsNotUnderIt(String text) {
        assertThat(Address.of(text).orElseThrow().isUnder("parl.gc.ca")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "parl.gc.ca, parl.gc.ca",
        "' PARL.gc.ca\u00A0', parl.gc.ca",
        "straße.example, xn--strae-oqa.example",
        "STRASSE.example, strasse.example",
        "ｂü。example, xn--b-eha.example"
    })
    void aDomainIsReadAsThatOfAnAddressIs(String typed, String domain) {
        assertThat(Address.domain(typed)).contains(domain);
        assertThat(Address.of("a@" + typed.strip()).orElseThrow().domain()).isEqualTo(domain);
    }

    @Test
    void anAddressIsNotPrinted() {
        assertThat(Address.of("anna@example.org").orElseThrow().toString()).doesNotContain("anna", "example");
    }

    @Property
    void theCanonicalFormStaysWhatItIs(@Given(SomeAddress.class) String text) {
        Address address = Address.of(text).orElseThrow();
        Address.of(address.canonical())
                .ifPresent(again -> assertThat(again.canonical()).isEqualTo(address.canonical()));
        assertThat(Address.of(address.typed())).contains(address);
    }

    @Property
    void whatIsReadStaysWhatItIs(@Given(Pasted.class) String text) {
        Address.of(text)
                .ifPresent(address ->
                        assertThat(Address.of(address.typed())).as(text).contains(address));
    }

    @Property
    void caseMakesNoOtherAddress(@Given(SomeAddress.class) String text) {
        assertThat(Address.of(text.toUpperCase(java.util.Locale.ROOT))
                        .orElseThrow()
                        .canonical())
                .isEqualTo(Address.of(text).orElseThrow().canonical());
    }

    @Property
    void noTextWhateverFails(@Given(Texts.Any.class) String local, @Given(Texts.Any.class) String domain) {
        assertThat(Address.of(local + "@" + domain)).isNotNull();
        Address.of("a@" + domain + ".ca")
                .ifPresent(address -> assertThat(address.typed()).matches("[!-~]{5,254}"));
    }

    /** Pieces of what is copied with an address, in any order. */
    static final class Pasted implements GivenProvider {
        private static final List<String> PIECES = List.of(
                "a@b.ca", "é", "@", ".", ",", ";", " ", "<", ">", "(", ")", "\"", "'", "“", "”", "mailto:", "//", "?",
                "%", "。", "\uFE0F");

        @Override
        public Object provide(ElementContext context) {
            var text = new StringBuilder();
            for (int i = context.random().intRange(1, 9); i > 0; i--) text.append(Texts.one(PIECES, context.random()));
            return text.toString();
        }
    }

    static final class SomeAddress implements GivenProvider {
        private static final List<String> DOMAINS = List.of(
                "gmail.com",
                "googlemail.com",
                "outlook.com",
                "hotmail.co.uk",
                "yahoo.fr",
                "me.com",
                "pm.me",
                "yandex.ru",
                "fastmail.com",
                "x.fastmail.com",
                "example.org",
                "a.b.ca");

        @Override
        public Object provide(ElementContext context) {
            while (true) {
                String local = Texts.of("abAB12.+-_'{", 1, 12, context.random());
                String text = local + "@" + Texts.one(DOMAINS, context.random());
                if (Address.of(text).isPresent()) return text;
            }
        }
    }
}
