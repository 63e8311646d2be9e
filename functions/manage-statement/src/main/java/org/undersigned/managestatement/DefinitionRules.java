package org.undersigned.managestatement;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.domain.WatchList;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;
import org.undersigned.text.Folding;
import org.undersigned.text.TextRule;

/** Finds all that is wrong with a statement's definition, each by its field, such as {@code categories[1].signs}. */
final class DefinitionRules {
    static final String ID_FORM =
            "must consist of a-z, 0-9 and single hyphens, at most " + Statement.MAX_ID + " characters";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> FIELDS = Set.of(
            "title",
            "shortTitle",
            "text",
            "page",
            "organiser",
            "privacy",
            "image",
            "goal",
            "thresholds",
            "neutralSubject",
            "state",
            "opensAt",
            "closesAt",
            "retentionDays",
            "categories",
            "watchList",
            "rejectionMails");

    private DefinitionRules() {}

    static Checked check(String id, Map<String, Object> json) {
        Form form = Form.of(json, FIELDS);
        if (id(id).isEmpty()) form.error("id", "invalid", ID_FORM);
        Texts texts = Texts.of(form.required("title"));
        Field text = form.required("text");
        Map<String, String> html = Letter.render(text, texts.check(text, TextRule.LETTER));
        new CampaignRules(texts).check(form);
        form.required("state").term(State.values());
        checkMoments(form.optional("opensAt"), form.optional("closesAt"));
        new CategoryRules(texts).check(form.required("categories"));
        checkWatchList(form.optional("watchList"));
        form.optional("rejectionMails").bool();
        return new Checked(form.errors(), html);
    }

    private static void checkMoments(Field opensAt, Field closesAt) {
        String form = "must be a moment in UTC such as 2026-11-23T09:00:00Z, or null";
        Optional<Instant> opening = opensAt.read(DefinitionRules::moment, form);
        Optional<Instant> closing = closesAt.read(DefinitionRules::moment, form);
        if (opening.isPresent()
                && closing.filter(c -> c.isBefore(opening.get())).isPresent())
            closesAt.error("invalid", "must not lie before opensAt");
    }

    private static void checkWatchList(Field field) {
        Set<String> known = new HashSet<>();
        for (Field item : field.list(WatchList.MAX, "names")) {
            Optional<String> name = item.name();
            if (name.isEmpty()) continue;
            if (!known.add(Folding.fold(name.get()))) item.error("repeated", "must stand in the list once");
        }
    }

    /** The id of a statement or category. */
    static Optional<String> id(String text) {
        return Optional.of(text).filter(t -> t.length() <= Statement.MAX_ID).filter(ID.asMatchPredicate());
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

    /** What is wrong, and what the text renders to. */
    record Checked(List<FieldError> errors, Map<String, String> html) {}
}
