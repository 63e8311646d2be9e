package org.undersigned.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.lambda.Json;

/**
 * Amazon SES's mailbox simulator: addresses, with any label after a plus, that bounce or complain; and two of its own, to which
 * sending always fails, and that find the daily quota used up.
 */
final class MailboxSimulator {
    private static final Pattern ADDRESS = Pattern.compile(
            "(bounce|complaint|fail|quota)([+].*)?@simulator[.]amazonses[.]com", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Map<String, Object>> FEEDBACK = Map.of(
            "bounce",
            Map.of("eventType", "Bounce", "bounce", Map.of("bounceType", "Permanent", "bounceSubType", "General")),
            "complaint",
            Map.of("eventType", "Complaint", "complaint", Map.of("complaintFeedbackType", "abuse")));

    private static final Map<String, Refusal> REFUSALS = Map.of(
            "fail", new Refusal("MessageRejected", "The mailbox simulator refuses each email to this address."),
            "quota", new Refusal("Throttling", "Daily message quota exceeded."));

    private MailboxSimulator() {}

    /** An error of SES, by its code and message. */
    record Refusal(String code, String message) {}

    /** Why SES would not take an email; empty when it does. */
    static Optional<Refusal> refusal(byte[] message) {
        return address(read(message)).map(MailboxSimulator::name).map(REFUSALS::get);
    }

    /** What SES would publish about an email: the event with which SNS calls a function; empty when it arrives. */
    static Optional<Map<String, Object>> event(byte[] message) {
        MimeMessage mail = read(message);
        return address(mail)
                .filter(address -> FEEDBACK.containsKey(name(address)))
                .map(address -> {
                    Map<String, Object> feedback = new LinkedHashMap<>(FEEDBACK.get(name(address)));
                    feedback.put(
                            "mail",
                            Map.of(
                                    "messageId",
                                    UUID.randomUUID().toString(),
                                    "destination",
                                    List.of(address.group()),
                                    "tags",
                                    tags(header(mail, "X-SES-MESSAGE-TAGS"))));
                    return Map.of(
                            "Records",
                            List.of(Map.of("EventSource", "aws:sns", "Sns", Map.of("Message", Json.text(feedback)))));
                });
    }

    private static Optional<Matcher> address(MimeMessage mail) {
        return Optional.of(ADDRESS.matcher(header(mail, "To"))).filter(Matcher::matches);
    }

    private static String name(Matcher address) {
        return address.group(1).toLowerCase(Locale.ROOT);
    }

    private static MimeMessage read(byte[] message) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a MIME message", e);
        }
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return String.valueOf(mail.getHeader(name, ","));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a MIME message", e);
        }
    }

    private static Map<String, List<String>> tags(String header) {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        for (String tag : header.split(",")) {
            String[] parts = tag.strip().split("=", 2);
            tags.put(parts[0], List.of(parts[1]));
        }
        return tags;
    }
}
