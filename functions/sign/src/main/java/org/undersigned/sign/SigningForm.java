package org.undersigned.sign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Address;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Signs;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.forms.AffiliationField;
import org.undersigned.forms.DetailsSize;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;
import org.undersigned.text.Text;

/** Reads what a signer sent and finds all that is wrong with it. */
final class SigningForm {
    private static final Set<String> FIELDS = Set.of(
            "category",
            "name",
            "honorific",
            "affiliation",
            "sortAs",
            "email",
            "language",
            "listed",
            "contact",
            "website");
    private static final Set<String> CONTACT_FIELDS = Set.of("name", "role");

    private SigningForm() {}

    static Reading read(Map<String, Object> json, Statement statement) {
        Form form = Form.of(json, FIELDS);
        Optional<Category> category = form.required("category").oneOf(statement.categories(), Category::id);
        Optional<String> name = form.required("name").name();
        Optional<String> honorific = form.optional("honorific").name();
        Optional<String> affiliation = AffiliationField.read(form, category, Optional.empty());
        Optional<String> sortAs = sortAs(form.optional("sortAs"), name);
        Optional<Address> address = form.required("email").address();
        Optional<String> language = form.optional("language").text();
        boolean listed = form.optional("listed").bool().orElse(true);
        Optional<Details.Contact> contact = contact(form.optional("contact"), category.map(Category::signs));
        boolean honeypot = form.optional("website")
                .text()
                .filter(w -> !Text.clean(w).isEmpty())
                .isPresent();
        if (!form.isSound()) return new Flawed(form.errors());
        var details = new Details(
                category.get().id(),
                name.get(),
                honorific,
                affiliation,
                sortAs.orElseGet(
                        () -> SortKey.defaultSortAs(name.get(), category.get().signs())),
                contact,
                statement.languageOr(language),
                statement.textVersion(),
                listed);
        if (!DetailsSize.check(details, form)) return new Flawed(form.errors());
        return new Filled(category.get(), address.get(), details, honeypot);
    }

    private static Optional<String> sortAs(Field field, Optional<String> name) {
        Optional<String> sortAs = field.name();
        if (sortAs.isPresent() && name.isPresent() && !SortKey.isMadeOf(sortAs.get(), name.get()))
            field.error("not-in-name", "must consist of words of the name");
        return sortAs;
    }

    private static Optional<Details.Contact> contact(Field field, Optional<Signs> signs) {
        if (!field.isGiven() && signs.equals(Optional.of(Signs.ORGANISATION)))
            field.error("required", "must name the person who may sign for the organisation: {name, role}");
        Optional<Form> contact = field.object(CONTACT_FIELDS);
        if (contact.isPresent() && signs.equals(Optional.of(Signs.PERSON))) {
            field.error("not-allowed", "must be left out where persons sign");
            return Optional.empty();
        }
        Optional<String> name = contact.flatMap(c -> c.required("name").name());
        Optional<String> role = contact.flatMap(c -> c.required("role").name());
        return name.flatMap(n -> role.map(r -> new Details.Contact(n, r)));
    }

    /** What a form was found to be. */
    sealed interface Reading {}

    /** {@code honeypot}: the field that people do not see is filled in, so it was a program that did. */
    record Filled(Category category, Address address, Details details, boolean honeypot) implements Reading {}

    record Flawed(List<FieldError> errors) implements Reading {}
}
