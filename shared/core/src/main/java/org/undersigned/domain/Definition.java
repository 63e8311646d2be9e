package org.undersigned.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.text.Text;

/** A statement's definition as JSON: the form that administrators put and the table keeps. */
public final class Definition {
    private Definition() {}

    /** Reads a definition that is known to be valid; throws {@link RuntimeException} on any other. */
    public static Statement read(
            String id, Map<String, Object> json, int textVersion, int revision, Optional<Instant> closedAt) {
        return new Statement(
                id,
                texts(json.get("title")),
                texts(json.get("text")),
                textVersion,
                CampaignJson.read(json),
                Term.read(State.values(), (String) json.get("state")).orElseThrow(),
                optional(json, "opensAt").map(Instant::parse),
                optional(json, "closesAt").map(Instant::parse),
                closedAt,
                objects(json.get("categories")).stream()
                        .map(Definition::category)
                        .toList(),
                new Moderation(
                        json.get("watchList") instanceof List<?> names
                                ? new WatchList(names.stream()
                                        .map(name -> Text.clean((String) name))
                                        .toList())
                                : WatchList.EMPTY,
                        Boolean.TRUE.equals(json.get("rejectionMails"))),
                revision);
    }

    public static Map<String, Object> write(Statement statement) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", statement.title());
        json.put("text", statement.text());
        CampaignJson.write(statement.campaign(), json);
        json.put("state", Term.of(statement.state()));
        json.put("opensAt", statement.opensAt().map(Instant::toString).orElse(null));
        json.put("closesAt", statement.closesAt().map(Instant::toString).orElse(null));
        json.put(
                "categories",
                statement.categories().stream().map(Definition::write).toList());
        var moderation = statement.moderation();
        if (!moderation.watchList().names().isEmpty())
            json.put("watchList", moderation.watchList().names());
        if (moderation.rejectionMails()) json.put("rejectionMails", true);
        return json;
    }

    private static Map<String, Object> write(Category category) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", category.id());
        json.put("name", category.name());
        if (!category.description().isEmpty()) json.put("description", category.description());
        json.put("signs", Term.of(category.signs()));
        json.put("affiliation", Term.of(category.affiliation()));
        json.put("admission", Term.of(category.admission()));
        if (!category.domains().isEmpty()) json.put("domains", category.domains());
        json.put("order", Term.of(category.order()));
        return json;
    }

    private static Category category(Map<String, Object> json) {
        return new Category(
                Text.clean((String) json.get("id")),
                texts(json.get("name")),
                texts(json.get("description")),
                Term.read(Signs.values(), (String) json.get("signs")).orElseThrow(),
                Term.read(Affiliation.values(), (String) json.get("affiliation"))
                        .orElseThrow(),
                Term.read(Admission.values(), (String) json.get("admission")).orElseThrow(),
                json.get("domains") instanceof List<?> domains
                        ? domains.stream().map(Definition::domain).distinct().toList()
                        : List.of(),
                Term.read(Order.values(), (String) json.get("order")).orElseThrow());
    }

    /** As the addresses under it have it. */
    private static String domain(Object typed) {
        return Address.domain((String) typed).orElse((String) typed);
    }

    static Optional<String> optional(Map<?, ?> json, String name) {
        return Optional.ofNullable((String) json.get(name)).map(Text::clean).filter(text -> !text.isEmpty());
    }

    /** Cleaned, in the order given; none where there are none. */
    static Map<String, String> texts(Object json) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> given)
            given.forEach((language, text) -> texts.put((String) language, text((String) text)));
        return texts;
    }

    /** Cleaned, with line breaks of one kind. */
    static String text(String given) {
        return Text.clean(given.replace("\r\n", "\n"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Object json) {
        return (List<Map<String, Object>>) json;
    }
}
