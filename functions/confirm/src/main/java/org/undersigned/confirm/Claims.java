package org.undersigned.confirm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Published;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import org.undersigned.text.Folding;

/** What a signature meets where it comes to stand: a category that must last, and the imported row of the same name. */
final class Claims {
    private final Statements statements;
    private final Signatures signatures;
    private final Tallies tallies;
    private final KeyedHash hash;
    private final SimilarRows similar;

    /** Categories that last: used ones cannot vanish. */
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    Claims(Env env, Statements statements, Signatures signatures) {
        this.statements = statements;
        this.signatures = signatures;
        tallies = new Tallies(env);
        hash = new KeyedHash(env.secret(env.required("SIGNER_SECRET")));
        similar = new SimilarRows(new Published(env));
    }

    /** The category, which cannot vanish from now on; empty when it has vanished. */
    Optional<Category> lasting(Statement statement, String id) {
        String key = statement.id() + "#" + id;
        if (used.contains(key)) return statement.category(id);
        // Marked first and read then: whoever takes the category away in between finds it used.
        tallies.use(statement.id(), id);
        Optional<Category> lasting = statements.read(statement.id()).flatMap(now -> now.category(id));
        if (lasting.isPresent()) used.add(key);
        return lasting;
    }

    /**
     * The published row that the signer may be: of those whose names look the same the one of the same affiliation, or else
     * any; or else one whose name is nearly the same, or has a name more or less.
     */
    Optional<SignatureId> row(SigningRequest request, Category category) {
        Details details = request.details();
        List<Signature> rows = hash.importedSigners(request.statement(), category.signs(), details).stream()
                .flatMap(signer -> signatures.of(signer).stream())
                .flatMap(row -> row.aliasOf().map(signatures::find).orElse(Optional.of(row)).stream())
                .filter(row -> row.status() == Status.PUBLISHED)
                .toList();
        return rows.stream()
                .filter(row -> affiliation(row.details()).equals(affiliation(details)))
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .map(Signature::id)
                .or(() -> similar.row(request.statement(), category, details));
    }

    private static String affiliation(Details details) {
        return Folding.fold(details.affiliation().orElse(""));
    }
}
