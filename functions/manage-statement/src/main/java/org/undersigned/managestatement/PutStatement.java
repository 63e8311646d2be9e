package org.undersigned.managestatement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.undersigned.admin.Act;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Category;
import org.undersigned.domain.Definition;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Term;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/** Creates a statement or changes its definition; a changed text becomes a new version, and the old one is kept. */
public final class PutStatement {
    private final Statements statements;
    private final Tallies tallies;
    private final Audit audit;

    public PutStatement(Statements statements, Tallies tallies, Audit audit) {
        this.statements = statements;
        this.tallies = tallies;
        this.audit = audit;
    }

    /** Puts {@code json} in the place of the statement that the caller saw; none was seen where it is to be created. */
    public Result put(String id, Map<String, Object> json, Optional<Statement> before, Act act) {
        List<FieldError> errors = DefinitionRules.check(id, json);
        if (!errors.isEmpty()) return new Result.Invalid(errors);
        Statement statement = Definition.read(
                id,
                json,
                before.map(old -> textVersion(old, json)).orElse(1),
                before.map(Statement::revision).orElse(0) + 1,
                closedAt(json, before, act.at()));
        Set<String> changed = before.map(old -> changedInKind(old, statement)).orElse(Set.of());
        List<FieldError> inUse = changed.isEmpty() ? List.of() : inUse(statement, changed);
        if (!inUse.isEmpty()) return new Result.InUse(inUse);
        return switch (statements.put(statement, changed, tallies, entry(before, statement, act), audit)) {
            case STORED -> new Result.Stored(statement);
            case STALE -> new Result.Stale();
            case IN_USE -> new Result.InUse(inUse(statement, changed));
        };
    }

    private static int textVersion(Statement before, Map<String, Object> json) {
        return before.text().equals(json.get("text")) ? before.textVersion() : before.textVersion() + 1;
    }

    /** One that was closed stays closed since then. */
    private static Optional<Instant> closedAt(Map<String, Object> json, Optional<Statement> before, Instant now) {
        if (!Term.of(State.CLOSED).equals(json.get("state"))) return Optional.empty();
        return before.flatMap(Statement::closedAt).or(() -> Optional.of(now));
    }

    /** The categories whose signatures would have no place any more, or not the right one. */
    private static Set<String> changedInKind(Statement before, Statement after) {
        Set<String> changed = new TreeSet<>();
        for (Category category : before.categories())
            if (after.category(category.id())
                    .filter(now -> now.signs() == category.signs() && now.order() == category.order())
                    .isEmpty()) changed.add(category.id());
        return changed;
    }

    private List<FieldError> inUse(Statement wished, Set<String> changed) {
        Set<String> used = tallies.used(wished.id());
        List<FieldError> errors = new ArrayList<>();
        for (String id : changed)
            if (used.contains(id))
                errors.add(new FieldError(
                        "categories." + id,
                        "in-use",
                        wished.category(id).isEmpty()
                                ? "must stay: it has been signed"
                                : "must keep who signs and its order: it has been signed"));
        return errors;
    }

    private static AuditEntry entry(Optional<Statement> before, Statement after, Act act) {
        return act.entry(
                1,
                "put-statement",
                Optional.empty(),
                Optional.empty(),
                before.map(PutStatement::told),
                Optional.of(told(after)));
    }

    /** What decides who may sign, when, and who is listed without a look; the texts are kept by their versions. */
    private static Map<String, Object> told(Statement statement) {
        Map<String, Object> told = new HashMap<>();
        told.put("revision", statement.revision());
        told.put("textVersion", statement.textVersion());
        told.put("state", Term.of(statement.state()));
        told.put("opensAt", statement.opensAt().map(Instant::toString).orElse(null));
        told.put("closesAt", statement.closesAt().map(Instant::toString).orElse(null));
        told.put("categories", admissions(statement));
        told.put("watchList", statement.moderation().watchList().names().size());
        told.put("rejectionMails", statement.moderation().rejectionMails());
        return told;
    }

    private static Map<String, String> admissions(Statement statement) {
        Map<String, String> admissions = new TreeMap<>();
        statement.categories().forEach(category -> admissions.put(category.id(), Term.of(category.admission())));
        return admissions;
    }

    /** The outcome of a definition. */
    public sealed interface Result {
        record Stored(Statement statement) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        /** It was changed by someone else in the meantime. */
        record Stale() implements Result {}

        /** Categories that have been signed would vanish or change their kind. */
        record InUse(List<FieldError> errors) implements Result {}
    }
}
