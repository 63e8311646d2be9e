package org.undersigned.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Definition;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Statement;
import org.undersigned.tables.Statements;

/** Creates a statement or changes its definition; a changed text becomes a new version, and the old one is kept. */
public final class PutStatement {
    private final Statements statements;

    public PutStatement(Statements statements) {
        this.statements = statements;
    }

    /** Puts {@code json} in the place of the revision that the caller saw; none was seen where it is to be created. */
    public Result put(String id, Map<String, Object> json, Optional<Integer> seen) {
        List<FieldError> errors = DefinitionRules.check(id, json);
        if (!errors.isEmpty()) return new Result.Invalid(errors);
        Optional<Statement> before = statements.read(id);
        if (!before.map(Statement::revision).equals(seen)) return new Result.Stale();
        Statement statement = Definition.read(
                id,
                json,
                before.map(old -> textVersion(old, json)).orElse(1),
                before.map(Statement::revision).orElse(0) + 1);
        return statements.put(statement) ? new Result.Stored(statement) : new Result.Stale();
    }

    private static int textVersion(Statement before, Map<String, Object> json) {
        return before.text().equals(json.get("text")) ? before.textVersion() : before.textVersion() + 1;
    }

    /** What became of a definition. */
    public sealed interface Result {
        record Stored(Statement statement) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        /** It was changed by someone else in the meantime. */
        record Stale() implements Result {}
    }
}
