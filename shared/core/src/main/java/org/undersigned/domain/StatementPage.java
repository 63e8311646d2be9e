package org.undersigned.domain;

import java.util.Map;
import java.util.Optional;

/** The web page of a statement, to which emails and pages lead back: one for all, or one for each of some languages. */
public record StatementPage(Optional<String> forAll, Map<String, String> byLanguage) {
    public static final StatementPage NONE = new StatementPage(Optional.empty(), Map.of());

    /** The page in that language; where there is none, the first that is named. */
    public Optional<String> in(String language) {
        return Optional.ofNullable(byLanguage.get(language))
                .or(() -> byLanguage.values().stream().findFirst())
                .or(() -> forAll);
    }
}
