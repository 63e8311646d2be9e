package org.undersigned.journeys;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.undersigned.lambda.Json;

/** What a signer sends; each has an address of its own. */
record Signer(Map<String, Object> fields) {

    static Signer person(String name) {
        return new Signer(Map.of())
                .with("category", "people")
                .with("name", name)
                .with("email", UUID.randomUUID() + "@example.org");
    }

    static Signer organisation(String name) {
        return person(name).with("category", "groups").with("contact", Map.of("name", "Jane Doe", "role", "Secretary"));
    }

    Signer with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Signer(more);
    }

    String email() {
        return (String) fields.get("email");
    }

    String json() {
        return Json.text(fields);
    }
}
