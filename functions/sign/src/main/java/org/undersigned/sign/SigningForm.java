package org.undersigned.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undersigned.domain.Address;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Category;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Signs;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Wording;
import org.undersigned.domain.Words;

/** Reads what a signer sent and finds all that is wrong with it. */
final class SigningForm {
    private static final Set<String> FIELDS =
            Set.of("category", "name", "honorific", "affiliation", "sortAs", "email", "language", "listed", "contact");
    private static final Set<String> CONTACT_FIELDS = Set.of("name", "role");

    /** Of an unknown field's name, in code points. */
    private static final int MAX_SHOWN = 40;

    private final Map<?, ?> json;
    private final List<FieldError> errors = new ArrayList<>();

    private SigningForm(Map<?, ?> json) {
        this.json = json;
    }

    static Reading read(Map<String, Object> json, Statement statement) {
        return new SigningForm(json).read(statement);
    }

    private Reading read(Statement statement) {
        refuseUnknown(json, FIELDS, "");
        Optional<Category> category = category(statement);
        Optional<String> name = words(json, "name", "name", true);
        Optional<String> honorific = words(json, "honorific", "honorific", false);
        Optional<String> affiliation = affiliation(category);
        Optional<String> sortAs = sortAs(name);
        Optional<Address> address = address();
        Optional<String> language = text(json, "language", "language", false);
        boolean listed = listed();
        Optional<Words.Contact> contact = contact(category);
        if (!errors.isEmpty()) return new Flawed(List.copyOf(errors));
        return new Filled(
                category.get(),
                address.get(),
                new Words(
                        category.get().id(),
                        name.get(),
                        honorific,
                        affiliation,
                        sortAs.orElseGet(() ->
                                SortKey.defaultSortAs(name.get(), category.get().signs())),
                        contact,
                        statement.languageOr(language),
                        statement.textVersion(),
                        listed));
    }

    private Optional<Category> category(Statement statement) {
        Optional<String> id = text(json, "category", "category", true);
        Optional<Category> category = id.flatMap(statement::category);
        if (id.isPresent() && category.isEmpty())
            error(
                    "category",
                    "unknown",
                    "must be one of "
                            + statement.categories().stream().map(Category::id).collect(Collectors.joining(", ")));
        return category;
    }

    private Optional<String> affiliation(Optional<Category> category) {
        Affiliation rule = category.map(Category::affiliation).orElse(Affiliation.OPTIONAL);
        Optional<String> affiliation = words(json, "affiliation", "affiliation", rule == Affiliation.REQUIRED);
        if (rule == Affiliation.NONE && affiliation.isPresent())
            error("affiliation", "not-allowed", "must be left out: this category lists names alone");
        return affiliation;
    }

    private Optional<String> sortAs(Optional<String> name) {
        Optional<String> sortAs = words(json, "sortAs", "sortAs", false);
        if (sortAs.isPresent() && name.isPresent() && !SortKey.isMadeOf(sortAs.get(), name.get()))
            error("sortAs", "not-in-name", "must consist of words of the name");
        return sortAs;
    }

    private Optional<Address> address() {
        Optional<String> email = text(json, "email", "email", true);
        Optional<Address> address = email.flatMap(Address::of);
        if (email.isPresent() && address.isEmpty())
            error("email", "invalid", "must be a mail address such as name@example.org, of at most 254 characters");
        return address;
    }

    private boolean listed() {
        Object listed = json.get("listed");
        if (listed == null || listed instanceof Boolean) return !Boolean.FALSE.equals(listed);
        error("listed", "type", "must be true or false");
        return true;
    }

    private Optional<Words.Contact> contact(Optional<Category> category) {
        boolean required =
                category.map(Category::signs).filter(Signs.ORGANISATION::equals).isPresent();
        Object contact = json.get("contact");
        if (contact == null) {
            if (required)
                error("contact", "required", "must name the person who may sign for the organisation: {name, role}");
            return Optional.empty();
        }
        if (!(contact instanceof Map<?, ?> fields)) {
            error("contact", "type", "must be an object with name and role");
            return Optional.empty();
        }
        if (category.isPresent() && !required) {
            error("contact", "not-allowed", "must be left out where persons sign");
            return Optional.empty();
        }
        refuseUnknown(fields, CONTACT_FIELDS, "contact.");
        Optional<String> name = words(fields, "name", "contact.name", true);
        Optional<String> role = words(fields, "role", "contact.role", true);
        return name.flatMap(n -> role.map(r -> new Words.Contact(n, r)));
    }

    /** A text under the rules for names; an empty one counts as left out where it may be. */
    private Optional<String> words(Map<?, ?> fields, String key, String field, boolean required) {
        Optional<String> tidy = text(fields, key, field, required).map(Wording::tidy);
        if (tidy.isEmpty() || (tidy.get().isEmpty() && !required)) return Optional.empty();
        Optional<Wording.Flaw> flaw = Wording.flawOf(tidy.get());
        flaw.ifPresent(f -> error(field, f.code(), f.message()));
        return flaw.isPresent() ? Optional.empty() : tidy;
    }

    private Optional<String> text(Map<?, ?> fields, String key, String field, boolean required) {
        Object value = fields.get(key);
        if (value instanceof String text) return Optional.of(text);
        if (value != null) error(field, "type", "must be a text");
        else if (required) error(field, "required", "must be given");
        return Optional.empty();
    }

    private void refuseUnknown(Map<?, ?> fields, Set<String> known, String prefix) {
        for (Object key : fields.keySet()) {
            if (known.contains(key)) continue;
            String names = known.stream().sorted().collect(Collectors.joining(", "));
            error(prefix + shortened((String) key), "unknown", "is not a field; there are " + names);
        }
    }

    private static String shortened(String key) {
        return key.codePointCount(0, key.length()) <= MAX_SHOWN
                ? key
                : key.substring(0, key.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }

    /** What a form was found to be. */
    sealed interface Reading {}

    record Filled(Category category, Address address, Words words) implements Reading {}

    record Flawed(List<FieldError> errors) implements Reading {}
}
