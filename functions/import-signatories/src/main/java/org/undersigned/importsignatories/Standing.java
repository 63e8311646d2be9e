package org.undersigned.importsignatories;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.undersigned.domain.Category;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.SignatureId;
import org.undersigned.tables.Published;

/**
 * What is published in a category, listed or not, as its index has it: the imported rows, and the signers by what would
 * be the signer's key of an imported row of their name.
 */
record Standing(Set<SignatureId> rows, Set<String> signers) {
    private static final int PORTION = 1_000;

    static Standing of(String statement, Category category, Published published, KeyedHash hash) {
        var standing = new Standing(new HashSet<>(), new HashSet<>());
        for (boolean listed : new boolean[] {true, false})
            published
                    .in(statement, category.id(), listed, Optional.empty(), PORTION)
                    .forEach(entry -> {
                        if (entry.id().isImported()) standing.rows.add(entry.id());
                        else
                            standing.signers.add(hash.importedSigner(
                                    statement,
                                    category.id(),
                                    category.signs(),
                                    entry.signatory().name()));
                    });
        return standing;
    }
}
