package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An administrator who undoes an attack. */
record Invalidator(Admin admin) {
    static Invalidator named(Journey journey, String name) {
        return new Invalidator(Admin.of(journey, Map.of("role", "administrator", "name", name)));
    }

    Api.Answer ask(Map<String, Object> selection) {
        return admin.post("/invalidations", Map.of("selection", selection, "reason", "not-genuine"));
    }

    /** Counts to the end. */
    Map<String, Object> count(Map<String, Object> selection) {
        Api.Answer answer = ask(selection);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return toTheEnd(answer.json());
    }

    Api.Answer act(Map<String, Object> invalidation, String action) {
        return admin.post("/invalidations/" + invalidation.get("id"), Map.of("action", action));
    }

    /** Does it to the end. */
    Map<String, Object> finish(Map<String, Object> invalidation, String action) {
        Api.Answer answer = act(invalidation, action);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return toTheEnd(answer.json());
    }

    Map<String, Object> look(Map<String, Object> invalidation) {
        Api.Answer answer = admin.get("/invalidations/" + invalidation.get("id"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Map<String, Object> toTheEnd(Map<String, Object> begun) {
        Map<String, Object> now = begun;
        while (((String) now.get("state")).endsWith("ing"))
            now = act(now, "continue").json();
        return now;
    }

    @SuppressWarnings("unchecked")
    static List<String> examples(Map<String, Object> invalidation) {
        return ((List<Map<String, Object>>) invalidation.get("examples"))
                .stream().map(example -> (String) example.get("name")).toList();
    }

    /** All that stands under a statement, but for what every change of a signature changes. */
    static Map<Map<String, AttributeValue>, Map<String, AttributeValue>> standing(Journey journey) {
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> standing = new HashMap<>();
        for (Map<String, AttributeValue> item : journey.items()) {
            Map<String, AttributeValue> rest = new TreeMap<>(item);
            rest.keySet().removeAll(List.of("version", "invalidated"));
            standing.put(Map.of("signer", item.get("signer"), "capacity", item.get("capacity")), rest);
        }
        return standing;
    }
}
