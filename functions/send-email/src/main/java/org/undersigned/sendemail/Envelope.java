package org.undersigned.sendemail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.undersigned.wording.Email;
import org.undersigned.wording.Organiser;

/** Puts an email into MIME (RFC 2045, RFC 5322): plain text and HTML, with the headers that mail programs look for. */
final class Envelope {
    private static final String UTF_8 = "UTF-8";

    private final InternetAddress sender;
    private final String configurationSet;
    private final Session session = Session.getInstance(new Properties());
    private final Clock clock;

    /**
     * {@code sender} is {@code Name <address>} or an address; throws {@link IllegalArgumentException} on any other.
     * {@code configurationSet} is the one by which SES tells what became of the email.
     */
    Envelope(String sender, String configurationSet, Clock clock) {
        this.sender = address(sender);
        this.configurationSet = configurationSet;
        this.clock = clock;
    }

    /** The whole message as SES sends it. */
    byte[] seal(Due due, Optional<String> requestId) {
        try {
            MimeMessage message = new WithOwnId(session, domain());
            message.setFrom(sender(due.email().organiser()));
            if (due.email().organiser().isPresent())
                message.setReplyTo(new InternetAddress[] {
                    address(due.email().organiser().get().emailAddress())
                });
            message.setRecipient(Message.RecipientType.TO, address(due.to()));
            message.setSubject(asWritten(due.email().subject()), UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("List-Unsubscribe", "<" + due.leave() + ">");
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContentLanguage(new String[] {due.email().language()});
            message.setHeader("X-SES-CONFIGURATION-SET", configurationSet);
            message.setHeader("X-SES-MESSAGE-TAGS", tags(due, requestId));
            message.setContent(alternatives(due.email()));
            message.saveChanges();
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("the email cannot be put into MIME", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address is the one that is verified, whoever's name it bears. */
    private InternetAddress sender(Optional<Organiser> organiser) {
        if (organiser.isEmpty()) return sender;
        try {
            return new InternetAddress(
                    sender.getAddress(), asWritten(organiser.get().name()), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** SES takes letters, digits, {@code _} and {@code -} in a tag, and takes the headers off the email. */
    private static String tags(Due due, Optional<String> requestId) {
        return "statement=" + due.statement() + ", subject=" + due.subject() + ", kind=" + due.kind()
                + requestId
                        .filter(id -> id.matches("[A-Za-z0-9_-]{1,256}"))
                        .map(id -> ", request=" + id)
                        .orElse("");
    }

    /** What looks like an encoded word (RFC 2047) in a name would be shown as what it encodes: this breaks it invisibly. */
    private static String asWritten(String text) {
        return text.replace("=?", "=\u200B?");
    }

    /** The best comes last (RFC 2046, 5.1.4). */
    private static MimeMultipart alternatives(Email email) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(email.text(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(email.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private String domain() {
        return sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
    }

    private static InternetAddress address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (address.getPersonal() != null) address.setPersonal(address.getPersonal(), UTF_8);
            return address;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("not an email address that can be sent from or to");
        }
    }

    /** Names the sender's domain in the Message-ID, not the machine that made it. */
    private static final class WithOwnId extends MimeMessage {
        private final String domain;

        WithOwnId(Session session, String domain) {
            super(session);
            this.domain = domain;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
        }
    }
}
