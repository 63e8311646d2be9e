package org.undersigned.tables;

import java.util.List;
import java.util.Optional;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
import org.undersigned.text.Folding;

/** Finds the imported row that a signer may claim. */
public final class ImportedRows {
    private final Signatures signatures;
    private final SimilarRows similar;
    private final KeyedHash hash;

    public ImportedRows(Signatures signatures, Published published, KeyedHash hash) {
        this.signatures = signatures;
        similar = new SimilarRows(published);
        this.hash = hash;
    }

    /**
     * The published row that the signer may be: of those whose names look the same the one of the same affiliation, or else
     * any; or else one whose name is nearly the same, or has a name more or less.
     */
    public Optional<SignatureId> like(String statement, Category category, Details details) {
        List<Signature> rows = hash.importedSigners(statement, category.signs(), details).stream()
                .flatMap(signer -> signatures.of(signer).stream())
                .flatMap(row -> row.aliasOf().map(signatures::find).orElse(Optional.of(row)).stream())
                .filter(row -> row.status() == Status.PUBLISHED)
                .toList();
        return rows.stream()
                .filter(row -> affiliation(row.details()).equals(affiliation(details)))
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .map(Signature::id)
                .or(() -> similar.row(statement, category, details));
    }

    private static String affiliation(Details details) {
        return Folding.fold(details.affiliation().orElse(""));
    }
}
