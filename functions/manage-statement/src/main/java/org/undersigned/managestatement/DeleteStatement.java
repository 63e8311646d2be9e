package org.undersigned.managestatement;

import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.domain.Statement;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/** Deletes a draft that nobody has signed: nothing of it stays but its audit. */
final class DeleteStatement {
    private final Statements statements;
    private final Tallies tallies;
    private final Audit audit;

    DeleteStatement(Statements statements, Tallies tallies, Audit audit) {
        this.statements = statements;
        this.tallies = tallies;
        this.audit = audit;
    }

    /** Deletes the statement as the caller saw it. */
    Result delete(Statement seen, Act act) {
        if (!seen.isDraft()) return Result.PUBLIC;
        if (!tallies.used(seen.id()).isEmpty()) return Result.IN_USE;
        var entry = act.entry(
                1,
                "delete-statement",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Map.of("revision", seen.revision())),
                Optional.empty());
        return switch (statements.delete(seen, tallies, entry, audit)) {
            case DONE -> Result.DELETED;
            case STALE -> Result.STALE;
            case IN_USE -> Result.IN_USE;
        };
    }

    enum Result {
        DELETED,
        /** It is not a draft. */
        PUBLIC,
        /** It was changed by someone else in the meantime. */
        STALE,
        /** Somebody has signed it, or was imported. */
        IN_USE
    }
}
