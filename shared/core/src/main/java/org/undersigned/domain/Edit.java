package org.undersigned.domain;

import java.util.Optional;

/**
 * Words that a signer asks to have in place of the present ones, which wait for a moderator; {@code claims} is the imported
 * row of the same name.
 */
public record Edit(
        String name,
        Optional<String> honorific,
        Optional<String> affiliation,
        String sortAs,
        Optional<SignatureId> claims) {

    public static Edit of(Details edited, Optional<SignatureId> claims) {
        return new Edit(edited.name(), edited.honorific(), edited.affiliation(), edited.sortAs(), claims);
    }

    /** The details with these words. */
    public Details applied(Details details) {
        return new Details(
                details.category(),
                name,
                honorific,
                affiliation,
                sortAs,
                details.contact(),
                details.language(),
                details.textVersion(),
                details.listed());
    }

    /** Does not print the name: it must not reach a log. */
    @Override
    public String toString() {
        return "Edit[hidden]";
    }
}
