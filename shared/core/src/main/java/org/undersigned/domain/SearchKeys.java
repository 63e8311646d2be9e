package org.undersigned.domain;

import java.util.Optional;
import org.undersigned.text.FamilyName;
import org.undersigned.text.PersonName;

/**
 * What a published signature is found by beside its sort key. Both keys follow from details and sort key, and end in the
 * sort key's random characters; who types more than their first 200 bytes does not find them.
 */
public final class SearchKeys {
    private static final int MAX_BYTES = 200;

    private SearchKeys() {}

    /**
     * The name as its signer writes it; where the sort key begins with it, the name with the given name first if it is
     * written {@code Smith, John}, and otherwise none.
     */
    public static Optional<String> name(Details details, String sortKey) {
        String name = SortKey.beginning(details.name());
        return sortKey.startsWith(name)
                ? PersonName.givenFirst(details.name()).map(given -> key(SortKey.beginning(given), sortKey))
                : Optional.of(key(name, sortKey));
    }

    /**
     * The family name where the sort key does not begin with it, as in a list by arrival; else another form of it, such as
     * its last word; none where the sort key or the name begins with it.
     */
    public static Optional<String> family(Details details, String sortKey) {
        String name = SortKey.beginning(details.name());
        Optional<String> family = sortKey.startsWith(SortKey.beginning(details.sortAs()))
                ? FamilyName.otherForm(details.sortAs(), details.name())
                : Optional.of(details.sortAs());
        return family.map(SortKey::beginning)
                .filter(word -> !sortKey.startsWith(word) && !name.startsWith(word))
                .map(word -> key(word + SortKey.FIELD_END + name, sortKey));
    }

    private static String key(String beginning, String sortKey) {
        return SortKey.cut(beginning, MAX_BYTES) + SortKey.FIELD_END + SortKey.end(sortKey);
    }
}
