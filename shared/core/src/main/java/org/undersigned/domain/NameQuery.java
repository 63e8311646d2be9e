package org.undersigned.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.undersigned.text.FamilyName;

/**
 * The beginning of a name as somebody typed it. {@code families} are what keys begin with that have the family name first,
 * in the order of keys; {@code written} is what a key begins with that has the name as its signer writes it.
 */
public record NameQuery(List<String> families, String written) {
    /** As DynamoDB sorts keys. */
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /** {@code Burton, Ch} and {@code Burton Ch} also mean a family name and the beginning of a given name. */
    public static NameQuery of(String typed) {
        String written = SortKey.beginning(typed);
        List<String> families = FamilyName.first(typed)
                .map(name -> SortKey.beginning(name.family(), name.given()))
                // Of a given name that folds to nothing.
                .filter(family -> !family.startsWith(written))
                // As a rule this is their order already; a symbol before the family name can turn it round.
                .map(family -> Stream.of(family, written).sorted(BY_BYTES).toList())
                .orElse(List.of(written));
        return new NameQuery(families, written);
    }

    /** Whether a key that begins with a family name is among those looked for. */
    public boolean beginsFamily(String key) {
        return families.stream().anyMatch(key::startsWith);
    }

    /** Whether a signature of those details would be found, wherever it is listed. */
    public boolean finds(Details details) {
        String family = SortKey.beginning(details.sortAs(), details.name());
        return beginsFamily(family)
                || SearchKeys.name(details, family).filter(this::beginsName).isPresent()
                || SearchKeys.family(details, family).filter(this::beginsFamily).isPresent();
    }

    /** Whether a key that is a name as it is written is among those looked for. */
    public boolean beginsName(String key) {
        return key.startsWith(written);
    }

    /** Does not print what was typed: it may be a name, and must not reach a log. */
    @Override
    public String toString() {
        return "NameQuery[hidden]";
    }
}
