package org.undersigned.editsignature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Signs;
import org.undersigned.domain.SortKey;
import org.undersigned.forms.AffiliationField;
import org.undersigned.forms.DetailsSize;
import org.undersigned.forms.Form;
import org.undersigned.text.Folding;

/** Reads what a signer wants to have in place of the present words; what is left out stays, what is empty goes. */
final class EditForm {
    static final Set<String> FIELDS = Set.of("name", "honorific", "affiliation", "listed");

    private EditForm() {}

    /** An edit of an edit goes on from that one. */
    static Reading read(Map<String, Object> json, Signature signature, Category category, KeyedHash hash) {
        Form form = Form.of(json, FIELDS);
        Details before = signature.editedDetails();
        Optional<String> name = form.has("name") ? form.required("name").name() : Optional.of(before.name());
        Optional<String> honorific =
                form.has("honorific") ? form.optional("honorific").name() : before.honorific();
        Optional<String> affiliation = AffiliationField.read(form, Optional.of(category), before.affiliation());
        boolean listed = form.optional("listed").bool().orElse(before.listed());
        if (category.signs() == Signs.ORGANISATION
                && name.filter(given -> !isSame(given, signature, hash)).isPresent())
            form.error(
                    "name",
                    "other-organisation",
                    "must stay the organisation's own: to sign for another one, fill in the statement's form");
        if (!form.isSound()) return new Flawed(form.errors());
        var edited = new Details(
                before.category(),
                name.get(),
                honorific,
                affiliation,
                SortKey.keptSortAs(before, name.get(), category.signs()),
                before.contact(),
                before.language(),
                before.textVersion(),
                listed);
        return DetailsSize.check(edited, signature.details(), form) ? new Filled(edited) : new Flawed(form.errors());
    }

    /** The name is in the signature's key; a moderator may have corrected it since. */
    private static boolean isSame(String name, Signature signature, KeyedHash hash) {
        return hash.capacity(Signs.ORGANISATION, name).equals(signature.id().capacity())
                || Folding.fold(name).equals(Folding.fold(signature.details().name()));
    }

    /** What a form was found to be. */
    sealed interface Reading {}

    record Filled(Details details) implements Reading {}

    record Flawed(List<FieldError> errors) implements Reading {}
}
