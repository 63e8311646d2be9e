package org.undersigned.notebounce;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Address;
import org.undersigned.domain.Bounce;

/**
 * What Amazon SES says became of an email of ours: whom it went to, what it was about (its tags {@code statement},
 * {@code subject} and {@code kind}), why it did not reach its reader, and the call of the API that it goes back to ({@code
 * request}), where that is known.
 */
record Feedback(Address to, String statement, String subject, String kind, Bounce bounce, Optional<String> requestId) {

    /** Reads an event that SES publishes ("Contents of event data that Amazon SES publishes"); empty when it is no such news. */
    static Optional<Feedback> read(Map<String, Object> event) {
        Map<?, ?> mail = map(event.get("mail"));
        Map<?, ?> tags = map(mail.get("tags"));
        Optional<Address> to = first(mail, "destination").flatMap(Address::of);
        Optional<String> statement = first(tags, "statement");
        Optional<String> subject = first(tags, "subject");
        Optional<String> kind = first(tags, "kind");
        Optional<Bounce> bounce = bounce(event);
        if (to.isEmpty() || statement.isEmpty() || subject.isEmpty() || kind.isEmpty() || bounce.isEmpty())
            return Optional.empty();
        return Optional.of(new Feedback(
                to.get(), statement.get(), subject.get(), kind.get(), bounce.get(), first(tags, "request")));
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

    private static Optional<String> first(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof List<?> values
                        && !values.isEmpty()
                        && values.getFirst() instanceof String value
                ? Optional.of(value)
                : Optional.empty();
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Does not print whose email it was: it must not reach a log. */
    @Override
    public String toString() {
        return "Feedback[" + bounce + "]";
    }
}
