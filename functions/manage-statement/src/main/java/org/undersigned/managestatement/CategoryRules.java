package org.undersigned.managestatement;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Address;
import org.undersigned.domain.Admission;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signs;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;
import org.undersigned.text.TextRule;

/** The rules for the categories of a definition. */
record CategoryRules(Texts texts) {
    private static final int MAX_CATEGORIES = 50;
    private static final int MAX_DOMAINS = 500;
    private static final Set<String> FIELDS =
            Set.of("id", "name", "description", "signs", "affiliation", "admission", "domains", "order");

    void check(Field field) {
        Set<String> ids = new HashSet<>();
        for (Field item : field.list(MAX_CATEGORIES, "categories"))
            item.object(FIELDS).ifPresent(category -> check(category, ids));
    }

    private void check(Form category, Set<String> ids) {
        Field id = category.required("id");
        if (id.read(DefinitionRules::id, DefinitionRules.ID_FORM)
                .filter(given -> !ids.add(given))
                .isPresent()) id.error("repeated", "must be another than the others");
        texts.check(category.required("name"), TextRule.TITLE);
        texts.check(category.optional("description"), TextRule.DESCRIPTION);
        category.required("signs").term(Signs.values());
        category.required("affiliation").term(Affiliation.values());
        boolean trusted =
                category.required("admission").term(Admission.values()).equals(Optional.of(Admission.TRUSTED_DOMAINS));
        category.required("order").term(Order.values());
        for (Field domain : (trusted ? category.required("domains") : category.optional("domains"))
                .list(MAX_DOMAINS, "domains, such as [\"parliament.example\"]"))
            domain.read(Address::domain, "must be a domain of email addresses, such as parliament.example");
    }
}
