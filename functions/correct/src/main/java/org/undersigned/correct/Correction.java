package org.undersigned.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undersigned.admin.Reason;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Category;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Wording;
import org.undersigned.domain.Words;

/** Reads a correction against the words that it corrects, and finds all that is wrong with it. */
final class Correction {
    private static final Set<String> FIELDS =
            Set.of("name", "honorific", "affiliation", "sortAs", "category", "reason");

    private final Map<String, Object> json;
    private final Words words;
    private final Statement statement;
    private final List<FieldError> errors = new ArrayList<>();

    private Correction(Map<String, Object> json, Words words, Statement statement) {
        this.json = json;
        this.words = words;
        this.statement = statement;
    }

    static Reading read(Map<String, Object> json, Words words, Statement statement) {
        return new Correction(json, words, statement).read();
    }

    private Reading read() {
        refuseUnknown();
        Optional<Category> category = category();
        Optional<String> name = json.containsKey("name") ? text("name") : Optional.of(words.name());
        if (json.containsKey("name") && json.get("name") == null) error("name", "required", "must not be null");
        Optional<String> honorific = json.containsKey("honorific") ? text("honorific") : words.honorific();
        Optional<String> affiliation = affiliation(category);
        Optional<String> sortAs = json.containsKey("sortAs") ? text("sortAs") : Optional.empty();
        Optional<String> reason = reason();
        if (!errors.isEmpty()) return new Flawed(List.copyOf(errors));
        return new Filled(
                category.get(),
                new Words(
                        category.get().id(),
                        name.get(),
                        honorific,
                        affiliation,
                        sortAs.orElseGet(() -> keptSortAs(name.get(), category.get())),
                        words.contact(),
                        words.language(),
                        words.textVersion(),
                        words.listed()),
                reason.get());
    }

    /** What the name was sorted by, if it still can be and was not just what such a name is sorted by anyway. */
    private String keptSortAs(String name, Category category) {
        boolean asWished = !json.containsKey("sortAs")
                && !words.sortAs().equals(SortKey.defaultSortAs(words.name(), category.signs()))
                && (name.equals(words.name()) || SortKey.isMadeOf(words.sortAs(), name));
        return asWished ? words.sortAs() : SortKey.defaultSortAs(name, category.signs());
    }

    /** A signature's key tells whether it is a person's: that cannot be corrected. */
    private Optional<Category> category() {
        Optional<Category> now = statement.category(words.category());
        if (!json.containsKey("category")) {
            if (now.isEmpty())
                error("category", "required", "must be given: the statement has the present one no more");
            return now;
        }
        Optional<Category> wished =
                json.get("category") instanceof String id ? statement.category(id) : Optional.empty();
        List<Category> fitting = statement.categories().stream()
                .filter(category ->
                        now.filter(n -> n.signs() != category.signs()).isEmpty())
                .toList();
        if (wished.isPresent() && fitting.contains(wished.get())) return wished;
        error(
                "category",
                wished.isEmpty() ? "unknown" : "other-kind",
                "must be one of " + fitting.stream().map(Category::id).collect(Collectors.joining(", ")));
        return Optional.empty();
    }

    private Optional<String> affiliation(Optional<Category> category) {
        Optional<String> affiliation = json.containsKey("affiliation") ? text("affiliation") : words.affiliation();
        Affiliation rule = category.map(Category::affiliation).orElse(Affiliation.OPTIONAL);
        boolean flawed = errors.stream().anyMatch(error -> error.field().equals("affiliation"));
        if (rule == Affiliation.REQUIRED && affiliation.isEmpty() && !flawed)
            error("affiliation", "required", "must be given: this category asks for it");
        if (rule == Affiliation.NONE && affiliation.isPresent())
            error("affiliation", "not-allowed", "must be null: this category lists names alone");
        return affiliation;
    }

    private Optional<String> reason() {
        Optional<String> reason =
                json.get("reason") instanceof String given ? Reason.read(given).map(Reason::text) : Optional.empty();
        if (reason.isEmpty())
            error("reason", "required", "must say why, for the audit, in at most " + Reason.MAX_LENGTH + " characters");
        return reason;
    }

    private Optional<String> text(String field) {
        Object value = json.get(field);
        if (value == null) return Optional.empty();
        if (!(value instanceof String given)) {
            error(field, "type", "must be a text or null");
            return Optional.empty();
        }
        String tidy = Wording.tidy(given);
        Optional<Wording.Flaw> flaw = Wording.flawOf(tidy);
        flaw.ifPresent(f -> error(field, f.code(), f.message()));
        return flaw.isPresent() ? Optional.empty() : Optional.of(tidy);
    }

    private void refuseUnknown() {
        String names = FIELDS.stream().sorted().collect(Collectors.joining(", "));
        for (String key : json.keySet())
            if (!FIELDS.contains(key)) error(shortened(key), "unknown", "is not a field; there are " + names);
        if (json.keySet().stream().noneMatch(key -> !key.equals("reason") && FIELDS.contains(key)))
            error("name", "required", "or another field must be given: there is nothing to correct");
    }

    private static String shortened(String key) {
        return key.length() <= 40 ? key : key.substring(0, 39) + "…";
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }

    /** What a correction was found to be. */
    sealed interface Reading {}

    record Filled(Category category, Words words, String reason) implements Reading {}

    record Flawed(List<FieldError> errors) implements Reading {}
}
