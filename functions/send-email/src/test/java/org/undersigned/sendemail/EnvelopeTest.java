package org.undersigned.sendemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.instancio.junit.Given;
import org.instancio.junit.GivenProvider;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.wording.About;
import org.undersigned.wording.Email;
import org.undersigned.wording.Emails;
import org.undersigned.wording.Language;
import org.undersigned.wording.Organiser;
import org.undersigned.wording.Signing;

class EnvelopeTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String LINK = "https://api.letters.example/v1/withdrawals/k1." + "Ab_-9".repeat(24);
    private static final Email EMAIL =
            new Email("Please confirm", "Hello\nthere\n", "<p>Hello</p>\n", Optional.empty(), "zh-Hant");

    private final Envelope envelope = new Envelope("Lettres à signer <letters@sign.example>", "mails", clock());

    @ParameterizedTest
    @EnumSource
    void bothPartsAreReadAsTheyWereWritten(Language language) throws Exception {
        Email mail = Emails.confirmation(language, signing(), LINK.replace("withdrawals", "confirmations"), LINK, NOON);
        MimeMessage message = open(seal(envelope, due("anna@example.org", mail)));
        var parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(lines(parts.getBodyPart(0).getContent())).isEqualTo(lines(mail.text()));
        assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo(lines(mail.html()));
        assertThat(message.getSubject()).isEqualTo(mail.subject());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please confirm",
                "請確認您的簽署：關於香港的聯合聲明，以及對那些面臨政治迫害風險的香港人的保護，以及對那些面臨政治迫害風險的香港人的保護",
                "Veuillez confirmer : « Déclaration commune »",
                "A title of a hundred and more characters, as the sample's is, that no single line of a header can"
                        + " hold",
                "😀👩‍👩‍👧 𠀀"
            })
    void aSubjectIsReadAsItWasWritten(String subject) throws Exception {
        byte[] sealed = seal(envelope, due("anna@example.org", new Email(subject, "x", "x", Optional.empty(), "en")));
        assertThat(open(sealed).getSubject()).isEqualTo(subject);
        assertThat(headers(sealed)).allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7E\\t]*"));
    }

    @Test
    void aLongSubjectIsWholeAndItsLinesAreShort() throws Exception {
        for (String subject : List.of("請".repeat(300), "😀é".repeat(150), "Abc ".repeat(75) + "z")) {
            byte[] sealed =
                    seal(envelope, due("anna@example.org", new Email(subject, "x", "x", Optional.empty(), "en")));
            assertThat(open(sealed).getSubject()).isEqualTo(subject);
            assertThat(headers(sealed))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(302).matches("[\\x20-\\x7E\\t]*"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?q?hidden_words?=",
                "Confirm =?utf-8?b?aGlkZGVuIHdvcmRz?= é",
                "a=?us-ascii?q?hidden_words?= b"
            })
    void aSubjectHidesNoWords(String subject) throws Exception {
        String read = open(seal(
                        envelope, due("anna@example.org", new Email(subject, "x", "x", Optional.empty(), "en"))))
                .getSubject();
        assertThat(read.replace("\u200B", "")).isEqualTo(subject);
    }

    @Test
    void theSenderKeepsItsName() throws Exception {
        MimeMessage message = open(seal(envelope, due("anna@example.org", EMAIL)));
        var from = (InternetAddress) message.getFrom()[0];
        assertThat(message.getFrom()).hasSize(1);
        assertThat(from.getPersonal()).isEqualTo("Lettres à signer");
        assertThat(from.getAddress()).isEqualTo("letters@sign.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "River Club",
                "Friends, \"Rivers\" & Co. <a@b.ca>; (Ltd)",
                "Les Amis de l’Érable – Société pour la protection des rivières du Québec et de l’Ontario, section"
                        + " Montréal",
                "香港人權聯合聲明籌備委員會",
                "جمعية الأنهار",
                "=?utf-8?q?evil?= <x@evil.example>",
                "😀"
            })
    void theOrganisersNameStandsBeforeTheVerifiedAddress(String name) throws Exception {
        byte[] sealed = seal(envelope, due("anna@example.org", organised(name, "us@rivers.example")));
        MimeMessage message = open(sealed);
        var from = (InternetAddress) message.getFrom()[0];
        assertThat(message.getFrom()).hasSize(1);
        assertThat(from.getPersonal().replace("\u200B", "")).isEqualTo(name);
        assertThat(from.getAddress()).isEqualTo("letters@sign.example");
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress("us@rivers.example"));
        assertThat(headers(sealed)).allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7E\\t]*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "River Club\r\nBcc: c@d.ca",
                "River Club\nBcc: c@d.ca",
                "Société\r\nBcc: c@d.ca",
                "\" <x@evil.example>\r\n\r\n<p>Body</p>",
                "River Club\u2028Bcc: c@d.ca\u0000"
            })
    void anOrganiserAddsNoHeader(String name) throws Exception {
        byte[] sealed = seal(envelope, due("anna@example.org", organised(name, "us@rivers.example")));
        MimeMessage message = open(sealed);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("letters@sign.example");
        assertThat(message.getAllRecipients()).containsExactly((Address) new InternetAddress("anna@example.org"));
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seal(
                        envelope,
                        due("anna@example.org", organised("River Club", "us@rivers.example\r\nBcc: c@d.ca"))));
    }

    @Test
    void withoutAnOrganiserRepliesGoToTheSender() throws Exception {
        assertThat(open(seal(envelope, due("anna@example.org", EMAIL))).getHeader("Reply-To"))
                .isNull();
    }

    @Test
    void aSenderMayBeAnAddressAlone() throws Exception {
        var plain = new Envelope("letters@sign.example", "mails", clock());
        MimeMessage message = open(seal(plain, due("anna@example.org", EMAIL)));
        assertThat(message.getHeader("From", null)).isEqualTo("letters@sign.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "letters", "letters@", "a@b.ca, c@d.ca", "a@b.ca\r\nBcc: c@d.ca"})
    void whatCannotSendIsNoSender(String sender) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Envelope(sender, "mails", clock()));
    }

    @Test
    void mailProgramsFindTheWithdrawalLink() throws Exception {
        byte[] sealed = seal(envelope, due("anna@example.org", EMAIL));
        assertThat(open(sealed).getHeader("List-Unsubscribe")).containsExactly("<" + LINK + ">");
        assertThat(headers(sealed)).contains("List-Unsubscribe: <" + LINK + ">");
    }

    @Test
    void noMailProgramWithdrawsByItself() throws Exception {
        MimeMessage message = open(seal(envelope, due("anna@example.org", EMAIL)));
        assertThat(message.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void amazonSesIsToldWhatTheEmailIsAboutWithoutANameOrAnAddress() throws Exception {
        var due = new Due(
                "anna@example.org",
                EMAIL,
                LINK,
                "s".repeat(52),
                "open-letter",
                "organisation-abcdefghijklmnopqrstuvwxyz",
                "receipt-12",
                true);
        assertThat(headers(seal(envelope, due)))
                .contains(
                        "X-SES-CONFIGURATION-SET: mails",
                        "X-SES-MESSAGE-TAGS: statement=open-letter, subject=organisation-abcdefghijklmnopqrstuvwxyz,"
                                + " kind=receipt-12");
        assertThat(headers(envelope.seal(due, Optional.of("f6f0c8a2-0000-4000-8000-000000000001"))))
                .anyMatch(header -> header.endsWith(" kind=receipt-12, request=f6f0c8a2-0000-4000-8000-000000000001"));
        assertThat(headers(envelope.seal(due, Optional.of("made up, subject=x"))))
                .anyMatch(header -> header.endsWith(" kind=receipt-12"));
    }

    @Test
    void theMessageIdNamesTheSendersDomain() throws Exception {
        String one = open(seal(envelope, due("anna@example.org", EMAIL))).getMessageID();
        String other = open(seal(envelope, due("anna@example.org", EMAIL))).getMessageID();
        assertThat(one).matches("<[0-9a-f-]{36}@sign\\.example>").isNotEqualTo(other);
    }

    @Test
    void theMailSaysThatAMachineSentItAndWhen() throws Exception {
        MimeMessage message = open(seal(envelope, due("anna@example.org", EMAIL)));
        assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(message.getHeader("Content-Language", null)).isEqualTo("zh-Hant");
        assertThat(message.getSentDate().toInstant()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.ca\r\nBcc: c@d.ca",
                "a@b.ca\nBcc: c@d.ca",
                "a@b.ca, c@d.ca",
                "a@b.ca\r\n\r\nHello",
                "a b@c.ca"
            })
    void aRecipientIsOneAddressAndNothingElse(String recipient) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seal(envelope, due(recipient, EMAIL)))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("b.ca", "c.ca"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello\r\nBcc: c@d.ca",
                "Hello\nBcc: c@d.ca",
                "Hello\rBcc: c@d.ca",
                "Hello\r\n\r\n<p>Body</p>",
                "你好\r\nBcc: c@d.ca",
                "A title of a hundred and more characters that no single line of a header can hold\r\nBcc: c@d.ca",
                "Hello\u2028Bcc: c@d.ca"
            })
    void aSubjectAddsNoHeader(String subject) throws Exception {
        byte[] sealed = seal(envelope, due("anna@example.org", new Email(subject, "x", "x", Optional.empty(), "en")));
        MimeMessage message = open(sealed);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).containsExactly((Address) new InternetAddress("anna@example.org"));
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(headers(sealed)).noneMatch(line -> line.startsWith("Bcc"));
    }

    @RepeatedTest(200)
    @ExtendWith(InstancioExtension.class)
    void everyAddressThatSignsCanBeSentTo(@Given(SomeAddress.class) String email) throws Exception {
        MimeMessage message = open(seal(envelope, due(email, EMAIL)));
        assertThat(message.getRecipients(Message.RecipientType.TO))
                .singleElement()
                .satisfies(to -> assertThat(((InternetAddress) to).getAddress()).isEqualTo(email));
    }

    static final class SomeAddress implements GivenProvider {
        private static final char[] LOCAL = "abcXYZ019!#$%&'*+-/=?^_`{|}~.".toCharArray();

        @Override
        public Object provide(ElementContext context) {
            while (true) {
                String local = context.random().stringOf(context.random().intRange(1, 20), LOCAL);
                String domain = context.random().oneOf("example.org", "a.bc", "xn--bcher-kva.example");
                Optional<org.undersigned.domain.Address> address =
                        org.undersigned.domain.Address.of(local + "@" + domain);
                if (address.isPresent()) return address.get().typed();
            }
        }
    }

    private static byte[] seal(Envelope envelope, Due due) {
        return envelope.seal(due, Optional.empty());
    }

    private static Due due(String to, Email email) {
        return new Due(
                to,
                email,
                LINK,
                "s".repeat(52),
                "letter",
                "0000003c-abcdefghijklmnopqrstuvwxyz",
                "confirmation",
                false);
    }

    private static Email organised(String name, String emailAddress) {
        return new Email("x", "x", "x", Optional.of(new Organiser(name, emailAddress, Optional.empty())), "en");
    }

    private static MimeMessage open(byte[] sealed) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(sealed));
    }

    private static List<String> headers(byte[] sealed) {
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        return List.of(text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n"));
    }

    /** Mail has CRLF at the ends of its lines. */
    private static List<String> lines(Object text) {
        return ((String) text).lines().toList();
    }

    private static Signing signing() {
        return new Signing(
                "安全港 – Déclaration",
                "Leaders",
                "Zoë 王伟 O’Brien",
                Optional.of("Dr."),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                About.NOTHING);
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }
}
