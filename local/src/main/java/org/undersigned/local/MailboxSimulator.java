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

/** Amazon SES's mailbox simulator: addresses, with any label after a plus, that bounce or complain. */
final class MailboxSimulator {
    private static final Pattern ADDRESS =
            Pattern.compile("(bounce|complaint)([+].*)?@simulator[.]amazonses[.]com", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Map<String, Object>> FEEDBACK = Map.of(
            "bounce",
            Map.of("eventType", "Bounce", "bounce", Map.of("bounceType", "Permanent", "bounceSubType", "General")),
            "complaint",
            Map.of("eventType", "Complaint", "complaint", Map.of("complaintFeedbackType", "abuse")));

    private MailboxSimulator() {}

    /** What SES would publish about an email: the event with which SNS calls a function; empty when it arrives. */
    static Optional<Map<String, Object>> event(byte[] message) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
            Matcher address = ADDRESS.matcher(mail.getHeader("To", ","));
            if (!address.matches()) return Optional.empty();
            Map<String, Object> feedback =
                    new LinkedHashMap<>(FEEDBACK.get(address.group(1).toLowerCase(Locale.ROOT)));
            feedback.put(
                    "mail",
                    Map.of(
                            "messageId",
                            UUID.randomUUID().toString(),
                            "destination",
                            List.of(address.group()),
                            "tags",
                            tags(mail.getHeader("X-SES-MESSAGE-TAGS", ","))));
            return Optional.of(Map.of(
                    "Records",
                    List.of(Map.of("EventSource", "aws:sns", "Sns", Map.of("Message", Json.text(feedback))))));
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
