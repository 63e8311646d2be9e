package org.undersigned.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A signature that has come to another status, or as a published one to another category; without what its signer
 * entered. {@code id} is that of the event by which the stream tells it, {@code since} when it came to its status.
 */
public record StatusChange(
        String id,
        String signature,
        String statement,
        String category,
        Status status,
        int version,
        LocalDate signedOn,
        Instant since) {

    /** Throws {@link RuntimeException} when it was not written by {@link #json}. */
    public static StatusChange read(Map<String, Object> json) {
        return new StatusChange(
                (String) json.get("id"),
                (String) json.get("signature"),
                (String) json.get("statement"),
                (String) json.get("category"),
                Term.read(Status.values(), (String) json.get("status")).orElseThrow(),
                (Integer) json.get("version"),
                LocalDate.parse((String) json.get("signedOn")),
                Instant.parse((String) json.get("since")));
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("signature", signature);
        json.put("statement", statement);
        json.put("category", category);
        json.put("status", Term.of(status));
        json.put("version", version);
        json.put("signedOn", signedOn.toString());
        json.put("since", since.toString());
        return json;
    }
}
