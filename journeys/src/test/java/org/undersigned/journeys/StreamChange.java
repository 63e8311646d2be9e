package org.undersigned.journeys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A change of a request or a signature as the stream tells it to the functions. */
record StreamChange(
        String id, String number, Optional<Map<String, Object>> before, Optional<Map<String, Object>> after) {
    static final String DAY = "2026-08-20";
    private static final AtomicLong NUMBERS = new AtomicLong(111_000_000_000_000L);

    /** Somebody asks. */
    static StreamChange asked(String statement) {
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("signer", text("signer-" + UUID.randomUUID()));
        image.put("request", text("0000003c-" + UUID.randomUUID()));
        image.put("statement", text(statement));
        image.put("capacity", text("person"));
        return next(Optional.empty(), Optional.of(image));
    }

    /** Somebody has signed, and waits for a moderator. */
    static StreamChange signed(String statement) {
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("signer", text("signer-" + UUID.randomUUID()));
        image.put("capacity", text("person"));
        image.put("statement", text(statement));
        image.put("category", text("people"));
        image.put("signedOn", text(DAY));
        image.put("status", text("IN_REVIEW"));
        image.put("version", Map.of("N", "1"));
        image.put("since", text(DAY + "T12:00:00Z"));
        image.put("owed", text("receipt#1"));
        return next(Optional.empty(), Optional.of(image));
    }

    /** What becomes of it. */
    StreamChange then(String status, String category) {
        return next(after, Optional.of(with(with(after.orElseThrow(), "status", status), "category", category)));
    }

    /** It is published under that partition of the public index. */
    StreamChange listed(String listing) {
        return next(after, Optional.of(with(with(after.orElseThrow(), "status", "PUBLISHED"), "public", listing)));
    }

    /** Another email comes to be owed. */
    StreamChange owing(String email) {
        return next(after, Optional.of(with(after.orElseThrow(), "owed", email)));
    }

    /** Something else of it changes. */
    StreamChange noted(String name) {
        return next(after, Optional.of(with(after.orElseThrow(), name, "any")));
    }

    StreamChange removed() {
        return next(after, Optional.empty());
    }

    /** The same change, torn. */
    StreamChange without(String attribute) {
        Map<String, Object> torn = new LinkedHashMap<>(after.orElseThrow());
        torn.remove(attribute);
        return new StreamChange(id, number, before, Optional.of(torn));
    }

    String attribute(String name) {
        return (String) ((Map<?, ?>) after.or(() -> before).orElseThrow().get(name)).get("S");
    }

    Map<String, Object> event() {
        Map<String, Object> change = new LinkedHashMap<>();
        before.ifPresent(image -> change.put("OldImage", image));
        after.ifPresent(image -> change.put("NewImage", image));
        change.put("SequenceNumber", number);
        return Map.of(
                "eventID",
                id,
                "eventName",
                before.isEmpty() ? "INSERT" : after.isEmpty() ? "REMOVE" : "MODIFY",
                "eventSource",
                "aws:dynamodb",
                "dynamodb",
                change);
    }

    private static StreamChange next(Optional<Map<String, Object>> before, Optional<Map<String, Object>> after) {
        return new StreamChange(UUID.randomUUID().toString(), Long.toString(NUMBERS.incrementAndGet()), before, after);
    }

    private static Map<String, Object> with(Map<String, Object> image, String name, String value) {
        Map<String, Object> changed = new LinkedHashMap<>(image);
        changed.put(name, text(value));
        return changed;
    }

    private static Map<String, Object> text(String value) {
        return Map.of("S", value);
    }
}
