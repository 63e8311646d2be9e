package org.undersigned.publish;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A statement as the public API describes it in one language, with the first names of each category by its id. */
record Letter(Map<String, Object> description, Map<String, List<Map<String, Object>>> names) {

    String language() {
        return (String) description.get("language");
    }

    String direction() {
        return (String) description.get("direction");
    }

    String title() {
        return (String) description.get("title");
    }

    String shortTitle() {
        return text("shortTitle").orElse(title());
    }

    List<String> languages() {
        return ((List<?>) description.get("languages"))
                .stream().map(String.class::cast).toList();
    }

    long total() {
        return ((Number) description.get("total")).longValue();
    }

    Optional<Long> goal() {
        return Optional.ofNullable((Number) description.get("goal")).map(Number::longValue);
    }

    Optional<String> text(String member) {
        return Optional.ofNullable((String) description.get(member));
    }

    Optional<URI> image() {
        return text("image").map(URI::create);
    }

    @SuppressWarnings("unchecked")
    Optional<Map<String, Object>> organiser() {
        return Optional.ofNullable((Map<String, Object>) description.get("organiser"));
    }

    List<Map<String, Object>> categories() {
        return objects(description, "categories");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Map<String, Object> json, String member) {
        return (List<Map<String, Object>>) json.get(member);
    }
}
