package org.undersigned.streams;

import java.util.Map;
import java.util.Optional;

/**
 * One change of an item as the table's stream tells it; {@code before} and {@code after} are the item's images. A replayed
 * one was given up once and comes from the bucket of failed batches.
 */
public record StreamRecord(
        String eventId, String sequenceNumber, Optional<Image> before, Optional<Image> after, boolean replayed) {

    /** Throws {@link RuntimeException} when the record is not one of DynamoDB's. */
    static StreamRecord read(Map<?, ?> json) {
        Map<?, ?> change = (Map<?, ?>) json.get("dynamodb");
        return new StreamRecord(
                (String) json.get("eventID"),
                (String) change.get("SequenceNumber"),
                image(change.get("OldImage")),
                image(change.get("NewImage")),
                isReplayed(json));
    }

    static boolean isReplayed(Map<?, ?> json) {
        return Boolean.TRUE.equals(json.get("replayed"));
    }

    private static Optional<Image> image(Object json) {
        return json instanceof Map<?, ?> attributes ? Optional.of(new Image(attributes)) : Optional.empty();
    }

    /** An item in DynamoDB's own JSON, such as {@code {"status": {"S": "PUBLISHED"}}}. */
    public record Image(Map<?, ?> attributes) {
        public Optional<String> text(String name) {
            return attributes.get(name) instanceof Map<?, ?> value && value.get("S") instanceof String text
                    ? Optional.of(text)
                    : Optional.empty();
        }

        /** Throws {@link IllegalStateException} naming the attribute when it is missing. */
        public String required(String name) {
            return text(name).orElseThrow(() -> missing(name));
        }

        /** Throws {@link IllegalStateException} naming the attribute when it is missing. */
        public int number(String name) {
            if (attributes.get(name) instanceof Map<?, ?> value && value.get("N") instanceof String number)
                return Integer.parseInt(number);
            throw missing(name);
        }

        private static IllegalStateException missing(String name) {
            return new IllegalStateException("the stream's image has no " + name);
        }

        /** Does not print the item: it must not reach a log. */
        @Override
        public String toString() {
            return "Image[hidden]";
        }
    }
}
