package org.undersigned.forms;

import java.util.Optional;
import org.undersigned.domain.Affiliation;
import org.undersigned.domain.Category;

/** The field {@code affiliation}, which a category may ask for or rule out. */
public final class AffiliationField {
    private AffiliationField() {}

    /** The one given, else the {@code present} one; under an unknown category either will do. */
    public static Optional<String> read(Form form, Optional<Category> category, Optional<String> present) {
        Field field = form.optional("affiliation");
        Optional<String> affiliation = form.has("affiliation") ? field.name() : present;
        Affiliation rule = category.map(Category::affiliation).orElse(Affiliation.OPTIONAL);
        if (rule == Affiliation.REQUIRED && affiliation.isEmpty() && field.isSound())
            field.error("required", "must be given: this category asks for it");
        if (rule == Affiliation.NONE && affiliation.isPresent())
            field.error("not-allowed", "must be empty: this category lists names alone");
        return affiliation;
    }
}
