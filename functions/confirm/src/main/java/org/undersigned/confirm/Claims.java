package org.undersigned.confirm;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.undersigned.domain.Category;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.tables.ImportedRows;
import org.undersigned.tables.Published;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/** What a signature meets where it comes to stand: a category that must last, and the imported row of the same name. */
final class Claims {
    private final Statements statements;
    private final Tallies tallies;
    private final ImportedRows rows;

    /** Categories that last: used ones cannot vanish. */
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    Claims(Env env, Statements statements, Signatures signatures) {
        this.statements = statements;
        tallies = new Tallies(env);
        rows = new ImportedRows(signatures, new Published(env), env.keyedHash());
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

    /** The imported row that the request's signer may be. */
    Optional<SignatureId> row(SigningRequest request, Category category) {
        return rows.like(request.statement(), category, request.details());
    }
}
