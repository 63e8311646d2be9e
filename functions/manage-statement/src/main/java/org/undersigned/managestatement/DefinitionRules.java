package org.undersigned.managestatement;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.undersigned.domain.Address;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.domain.WatchList;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;
import org.undersigned.text.Folding;
import org.undersigned.text.LanguageTag;
import org.undersigned.text.TextRule;

/** Finds all that is wrong with a statement's definition, each by its field, such as {@code categories[1].signs}. */
final class DefinitionRules {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String ID_FORM =
            "must consist of a-z, 0-9 and single hyphens, at most " + Statement.MAX_ID + " characters";
    private static final int MAX_CATEGORIES = 50;
    private static final int MAX_DOMAINS = 500;
    private static final int MAX_LANGUAGES = 50;
    private static final Set<String> FIELDS = Set.of(
            "title", "text", "page", "state", "opensAt", "closesAt", "categories", "watchList", "rejectionMails");
    private static final Set<String> CATEGORY_FIELDS =
            Set.of("id", "name", "signs", "affiliation", "admission", "domains", "order");

    private DefinitionRules() {}

    static List<FieldError> check(String id, Map<String, Object> json) {
        Form form = Form.of(json, FIELDS);
        if (id(id).isEmpty()) form.error("id", "invalid", ID_FORM);
        Set<String> languages = checkTexts(form.required("title"), Set.of(), TextRule.TITLE);
        checkTexts(form.required("text"), languages, TextRule.LETTER);
        form.optional("page").read(DefinitionRules::webAddress, "must be an https address or null");
        form.required("state").term(State.values());
        checkMoments(form.optional("opensAt"), form.optional("closesAt"));
        checkCategories(form.required("categories"), languages);
        checkWatchList(form.optional("watchList"));
        form.optional("rejectionMails").bool();
        return form.errors();
    }

    /** Answers the languages of the texts; those given before must all be there. */
    private static Set<String> checkTexts(Field field, Set<String> languages, TextRule rule) {
        Map<String, Field> texts = field.members(MAX_LANGUAGES, "texts by language, such as {\"en\": \"…\"}");
        Set<String> spelled = new HashSet<>();
        texts.forEach((language, text) -> {
            if (!LanguageTag.isValid(language))
                text.error("language", "must stand under a language tag, such as en or zh-Hant");
            else if (!spelled.add(language.toLowerCase(Locale.ROOT)))
                text.error("repeated", "must stand under each language once, in whichever case");
            text.text(rule);
        });
        for (String language : languages)
            if (field.isSound() && !texts.containsKey(language))
                field.member(language).error("required", "must be given: the title has this language");
        return texts.keySet();
    }

    private static void checkMoments(Field opensAt, Field closesAt) {
        String form = "must be a moment in UTC such as 2026-11-23T09:00:00Z, or null";
        Optional<Instant> opening = opensAt.read(DefinitionRules::moment, form);
        Optional<Instant> closing = closesAt.read(DefinitionRules::moment, form);
        if (opening.isPresent()
                && closing.filter(c -> c.isBefore(opening.get())).isPresent())
            closesAt.error("invalid", "must not lie before opensAt");
    }

    private static void checkCategories(Field field, Set<String> languages) {
        Set<String> ids = new HashSet<>();
        for (Field item : field.list(MAX_CATEGORIES, "categories"))
            item.object(CATEGORY_FIELDS).ifPresent(category -> checkCategory(category, ids, languages));
    }

    private static void checkCategory(Form category, Set<String> ids, Set<String> languages) {
        Field id = category.required("id");
        if (id.read(DefinitionRules::id, ID_FORM)
                .filter(given -> !ids.add(given))
                .isPresent()) id.error("repeated", "must be another than the others");
        checkTexts(category.required("name"), languages, TextRule.TITLE);
        category.required("signs").term(Signs.values());
        category.required("affiliation").term(Affiliation.values());
        boolean trusted =
                category.required("admission").term(Admission.values()).equals(Optional.of(Admission.TRUSTED_DOMAINS));
        category.required("order").term(Order.values());
        for (Field domain : (trusted ? category.required("domains") : category.optional("domains"))
                .list(MAX_DOMAINS, "domains, such as [\"parliament.example\"]"))
            domain.read(Address::domain, "must be a domain of email addresses, such as parliament.example");
    }

    private static void checkWatchList(Field field) {
        Set<String> known = new HashSet<>();
        for (Field item : field.list(WatchList.MAX, "names")) {
            Optional<String> name = item.name();
            if (name.isEmpty()) continue;
            if (!known.add(Folding.fold(name.get()))) item.error("repeated", "must stand in the list once");
        }
    }

    private static Optional<String> id(String text) {
        return Optional.of(text).filter(t -> t.length() <= Statement.MAX_ID).filter(ID.asMatchPredicate());
    }

    /** Half a character could not be stored. */
    private static Optional<URI> webAddress(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) return Optional.empty();
        try {
            return Optional.of(URI.create(text))
                    .filter(uri -> "https".equals(uri.getScheme()) && uri.getHost() != null);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Of the years that have four digits: what follows one can still be reckoned, and every program reads it. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(moment -> moment.toString().matches("\\d{4}-.*"));
        } catch (DateTimeParseException notAMoment) {
            return Optional.empty();
        }
    }
}
