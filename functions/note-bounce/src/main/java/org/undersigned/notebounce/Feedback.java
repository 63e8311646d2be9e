package org.undersigned.notebounce;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.SignatureId;

/** What Amazon SES says became of a mail of ours: whose it was, which one, and why it did not reach its reader. */
record Feedback(SignatureId id, String mail, Bounce bounce) {

    /** Reads an event that SES publishes ("Contents of event data that Amazon SES publishes"); empty when it is no such news. */
    static Optional<Feedback> read(Map<String, Object> event) {
        Map<?, ?> tags = map(map(event.get("mail")).get("tags"));
        Optional<SignatureId> id = tag(tags, "signer")
                .flatMap(
                        signer -> tag(tags, "capacity").flatMap(capacity -> SignatureId.read(signer + "." + capacity)));
        Optional<String> mail = tag(tags, "mail").flatMap(Feedback::label);
        Optional<Bounce> bounce = bounce(event);
        if (id.isEmpty() || mail.isEmpty() || bounce.isEmpty()) return Optional.empty();
        return Optional.of(new Feedback(id.get(), mail.get(), bounce.get()));
    }

    private static Optional<Bounce> bounce(Map<String, Object> event) {
        Map<?, ?> bounce = map(event.get("bounce"));
        Map<?, ?> complaint = map(event.get("complaint"));
        return switch (String.valueOf(event.get("eventType"))) {
            case "Bounce" ->
                Optional.of("Permanent".equals(bounce.get("bounceType")) ? Bounce.PERMANENT : Bounce.TRANSIENT);
            // Some mail programs also report what is no spam.
            case "Complaint" ->
                Optional.of(Bounce.COMPLAINT).filter(_ -> !"not-spam".equals(complaint.get("complaintFeedbackType")));
            default -> Optional.empty();
        };
    }

    /** A tag cannot hold {@code #}: {@code confirmation#1} is {@code confirmation-1} there. */
    private static Optional<String> label(String tag) {
        int parting = tag.lastIndexOf('-');
        return parting < 0
                ? Optional.empty()
                : Optional.of(tag.substring(0, parting) + "#" + tag.substring(parting + 1));
    }

    private static Optional<String> tag(Map<?, ?> tags, String name) {
        return tags.get(name) instanceof List<?> values
                        && !values.isEmpty()
                        && values.getFirst() instanceof String value
                ? Optional.of(value)
                : Optional.empty();
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Does not print whose mail it was: it must not reach a log. */
    @Override
    public String toString() {
        return "Feedback[" + bounce + "]";
    }
}
