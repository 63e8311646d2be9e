package org.undersigned.correct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undersigned.admin.Reason;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.forms.AffiliationField;
import org.undersigned.forms.DetailsSize;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;

/** Reads a correction against the details that it corrects, and finds all that is wrong with it. */
final class Correction {
    private static final Set<String> FIELDS =
            Set.of("name", "honorific", "affiliation", "sortAs", "category", "reason");

    private final Form form;
    private final Details details;
    private final Statement statement;

    private Correction(Form form, Details details, Statement statement) {
        this.form = form;
        this.details = details;
        this.statement = statement;
    }

    static Reading read(Map<String, Object> json, Details details, Statement statement) {
        return new Correction(Form.of(json, FIELDS), details, statement).read();
    }

    private Reading read() {
        if (FIELDS.stream().filter(field -> !field.equals("reason")).noneMatch(form::has))
            form.error("name", "required", "or another field must be given: there is nothing to correct");
        Optional<Category> category = category();
        Optional<String> name = form.has("name") ? form.required("name").name() : Optional.of(details.name());
        Optional<String> honorific =
                form.has("honorific") ? form.optional("honorific").name() : details.honorific();
        Optional<String> affiliation = AffiliationField.read(form, category, details.affiliation());
        Optional<String> sortAs = form.optional("sortAs").name();
        Optional<Reason> reason = Reason.read(form.required("reason"));
        if (!form.isSound()) return new Flawed(form.errors());
        var corrected = new Details(
                category.get().id(),
                name.get(),
                honorific,
                affiliation,
                sortAs.orElseGet(() -> form.has("sortAs")
                        ? SortKey.defaultSortAs(name.get(), category.get().signs())
                        : SortKey.keptSortAs(details, name.get(), category.get().signs())),
                details.contact(),
                details.language(),
                details.textVersion(),
                details.listed());
        if (!DetailsSize.check(corrected, form)) return new Flawed(form.errors());
        return new Filled(category.get(), corrected, reason.get());
    }

    /** A signature's key tells whether it is a person's: that cannot be corrected. */
    private Optional<Category> category() {
        Field field = form.required("category");
        Optional<Category> now = statement.category(details.category());
        if (!form.has("category")) {
            if (now.isEmpty()) field.error("required", "must be given: the statement has the present one no more");
            return now;
        }
        Optional<Category> wished = field.oneOf(statement.categories(), Category::id);
        if (now.isEmpty() || wished.filter(w -> w.signs() != now.get().signs()).isEmpty()) return wished;
        field.error(
                "other-kind",
                "must be one of "
                        + statement.categories().stream()
                                .filter(category ->
                                        category.signs() == now.get().signs())
                                .map(Category::id)
                                .collect(Collectors.joining(", ")));
        return Optional.empty();
    }

    /** What a correction was found to be. */
    sealed interface Reading {}

    record Filled(Category category, Details details, Reason reason) implements Reading {}

    record Flawed(List<FieldError> errors) implements Reading {}
}
