package org.undersigned.text;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** An organisation's name without what its registration adds. */
public final class OrganisationName {
    private static final Set<String> ARTICLES = Set.of(
            "the", "a", "le", "la", "les", "l", "der", "die", "das", "el", "los", "las", "il", "lo", "gli", "het", "o",
            "os");

    private OrganisationName() {}

    /** Folded, without a leading article, legal forms at the end, and what stands in brackets. */
    public static String core(String name) {
        String folded = Folding.fold(Brackets.without(name));
        if (folded.isEmpty()) return Folding.fold(name);
        String core = withoutForms(folded);
        int space = core.indexOf(' ');
        return space > 0 && ARTICLES.contains(core.substring(0, space)) ? core.substring(space + 1) : core;
    }

    private static String withoutForms(String folded) {
        String core = folded;
        String before;
        do {
            before = core;
            for (String form : Forms.LONGEST_FIRST)
                if (core.endsWith(form)) {
                    core = core.substring(0, core.length() - form.length());
                    break;
                }
        } while (!core.equals(before));
        return core;
    }

    private static final class Forms {
        /** Folded, each behind a space. */
        private static final List<String> LONGEST_FIRST = Lines.of(OrganisationName.class, "legal-forms.txt").stream()
                .map(form -> " " + Folding.fold(form))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
