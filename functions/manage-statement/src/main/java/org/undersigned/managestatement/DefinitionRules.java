package org.undersigned.managestatement;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Folding;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Term;
import org.undersigned.domain.WatchList;
import org.undersigned.domain.Wording;

/** Finds all that is wrong with a statement's definition, each by its field, such as {@code categories[1].signs}. */
final class DefinitionRules {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final int MAX_TITLE = 300;
    private static final int MAX_TEXT = 50_000;
    private static final int MAX_CATEGORIES = 50;
    private static final int MAX_LANGUAGES = 50;
    private static final Set<String> FIELDS = Set.of(
            "title", "text", "page", "state", "opensAt", "closesAt", "categories", "watchList", "rejectionMails");
    private static final Set<String> CATEGORY_FIELDS =
            Set.of("id", "name", "signs", "affiliation", "admission", "domains", "order");

    private final List<FieldError> errors = new ArrayList<>();

    private DefinitionRules() {}

    static List<FieldError> check(String id, Map<String, Object> json) {
        var rules = new DefinitionRules();
        rules.checkId("id", id);
        rules.check(json);
        return List.copyOf(rules.errors);
    }

    private void check(Map<String, Object> json) {
        refuseUnknown(json, FIELDS, "");
        Set<String> languages = checkTexts("title", json.get("title"), Set.of(), MAX_TITLE);
        checkTexts("text", json.get("text"), languages, MAX_TEXT);
        checkPage(json.get("page"));
        checkWord("state", json.get("state"), State.values());
        checkMoment("opensAt", json.get("opensAt"));
        checkMoment("closesAt", json.get("closesAt"));
        checkOrder(json.get("opensAt"), json.get("closesAt"));
        checkCategories(json.get("categories"), languages);
        checkWatchList(json.get("watchList"));
        Object mails = json.get("rejectionMails");
        if (mails != null && !(mails instanceof Boolean)) error("rejectionMails", "type", "must be true or false");
    }

    private void checkOrder(Object opensAt, Object closesAt) {
        boolean sound = errors.stream().noneMatch(error -> error.field().endsWith("sAt"));
        if (sound
                && opensAt instanceof String opening
                && closesAt instanceof String closing
                && Instant.parse(closing).isBefore(Instant.parse(opening)))
            error("closesAt", "invalid", "must not lie before opensAt");
    }

    private void checkWatchList(Object json) {
        if (json == null) return;
        if (!(json instanceof List<?> names) || names.size() > WatchList.MAX) {
            error("watchList", "invalid", "must be a list of at most " + WatchList.MAX + " names");
            return;
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String field = "watchList[" + i + "]";
            if (!(names.get(i) instanceof String name)) error(field, "type", "must be a name");
            else if (Wording.flawOf(name).isPresent() || !Wording.tidy(name).equals(name))
                error(field, "invalid", "must be a name without spaces at its ends");
            else if (!known.add(Folding.fold(name))) error(field, "repeated", "must stand in the list once");
        }
    }

    private void checkCategories(Object json, Set<String> languages) {
        if (!(json instanceof List<?> categories) || categories.isEmpty() || categories.size() > MAX_CATEGORIES) {
            error("categories", "required", "must be a list of 1 to " + MAX_CATEGORIES + " categories");
            return;
        }
        Set<Object> ids = new HashSet<>();
        for (int i = 0; i < categories.size(); i++) {
            String field = "categories[" + i + "]";
            if (!(categories.get(i) instanceof Map<?, ?> category)) {
                error(field, "type", "must be an object");
                continue;
            }
            checkCategory(field + ".", category, languages);
            if (!ids.add(category.get("id"))) error(field + ".id", "repeated", "must be another than the others");
        }
    }

    private void checkCategory(String prefix, Map<?, ?> category, Set<String> languages) {
        refuseUnknown(category, CATEGORY_FIELDS, prefix);
        checkId(prefix + "id", category.get("id"));
        checkTexts(prefix + "name", category.get("name"), languages, MAX_TITLE);
        checkWord(prefix + "signs", category.get("signs"), Signs.values());
        checkWord(prefix + "affiliation", category.get("affiliation"), Affiliation.values());
        checkWord(prefix + "admission", category.get("admission"), Admission.values());
        checkWord(prefix + "order", category.get("order"), Order.values());
        boolean trusted = Term.of(Admission.TRUSTED_DOMAINS).equals(category.get("admission"));
        checkDomains(prefix + "domains", category.get("domains"), trusted);
    }

    private void checkDomains(String field, Object json, boolean required) {
        if (json == null && !required) return;
        boolean valid = json instanceof List<?> domains
                && (!required || !domains.isEmpty())
                && domains.stream()
                        .allMatch(
                                d -> d instanceof String s && DOMAIN.matcher(s).matches());
        if (!valid)
            error(field, "invalid", "must be a list of domains in lower case, such as [\"parliament.example\"]");
    }

    private void checkId(String field, Object id) {
        if (!(id instanceof String text)
                || text.length() > Statement.MAX_ID
                || !ID.matcher(text).matches())
            error(
                    field,
                    "invalid",
                    "must consist of a-z, 0-9 and single hyphens, at most " + Statement.MAX_ID + " characters");
    }

    /** Answers the languages of the texts; those given before must all be there. */
    private Set<String> checkTexts(String field, Object json, Set<String> languages, int max) {
        if (!(json instanceof Map<?, ?> texts) || texts.isEmpty()) {
            error(field, "required", "must be an object of texts by language, such as {\"en\": \"…\"}");
            return Set.of();
        }
        if (texts.size() > MAX_LANGUAGES) {
            error(field, "too-many", "must have at most " + MAX_LANGUAGES + " languages");
            return Set.of();
        }
        for (Map.Entry<?, ?> text : texts.entrySet()) {
            String one = field + "." + text.getKey();
            if (Locale.forLanguageTag((String) text.getKey()).getLanguage().isEmpty())
                error(one, "language", "must stand under a language tag, such as en or zh-Hant");
            if (!(text.getValue() instanceof String s) || s.isBlank() || s.length() > max || isBroken(s))
                error(one, "invalid", "must be a text of 1 to " + max + " characters");
        }
        for (String language : languages)
            if (!texts.containsKey(language))
                error(field + "." + language, "required", "must be given: the title has this language");
        return texts.keySet().stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** Half a character could not be stored. */
    private static boolean isBroken(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private void checkPage(Object page) {
        if (page == null) return;
        if (!(page instanceof String address) || isBroken(address) || !isWebAddress(address))
            error("page", "invalid", "must be an https address or null");
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private void checkMoment(String field, Object moment) {
        if (moment == null) return;
        try {
            if (moment instanceof String text && Instant.parse(text) != null) return;
        } catch (DateTimeParseException e) {
            // Said below, as for another type.
        }
        error(field, "invalid", "must be a moment in UTC such as 2026-11-23T09:00:00Z, or null");
    }

    private <E extends Enum<E>> void checkWord(String field, Object json, E[] words) {
        if (json instanceof String word && Term.read(words, word).isPresent()) return;
        error(
                field,
                "unknown",
                "must be one of " + Arrays.stream(words).map(Term::of).collect(Collectors.joining(", ")));
    }

    private void refuseUnknown(Map<?, ?> json, Set<String> known, String prefix) {
        for (Object key : json.keySet())
            if (!known.contains(key)) error(prefix + key, "unknown", "is not a field of a definition");
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
