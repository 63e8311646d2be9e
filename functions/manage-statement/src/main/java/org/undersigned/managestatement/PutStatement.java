package org.undersigned.managestatement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.undersigned.admin.Act;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Category;
import org.undersigned.domain.Definition;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Queue;
import org.undersigned.domain.State;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Term;
import org.undersigned.domain.Totals;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Edition;
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
        return change(id, json, before, act, false);
    }

    /** What {@link #put} would do; writes nothing. */
    Result preview(String id, Map<String, Object> json, Optional<Statement> before, Act act) {
        return change(id, json, before, act, true);
    }

    private Result change(String id, Map<String, Object> json, Optional<Statement> before, Act act, boolean previewed) {
        DefinitionRules.Checked checked = DefinitionRules.check(id, json);
        if (!checked.errors().isEmpty()) return new Result.Invalid(checked.errors());
        Edition edition = edition(id, json, checked.html(), before, act.at());
        Statement statement = edition.statement();
        if (statement.isDraft() && before.filter(old -> !old.isDraft()).isPresent()) return new Result.Public();
        List<FieldChange> changes =
                FieldChange.between(before.map(Definition::write).orElse(Map.of()), Definition.write(statement));
        AuditEntry entry = DefinitionAudit.entry(before, statement, changes, act);
        if (!DefinitionAudit.fits(entry))
            return new Result.Invalid(List.of(new FieldError(
                    "categories",
                    "too-much",
                    "must be changed in several steps: one audit entry cannot hold so much")));
        Set<String> changed = before.map(old -> changedInKind(old, statement)).orElse(Set.of());
        List<FieldError> inUse = changed.isEmpty() ? List.of() : inUse(statement, changed);
        if (!inUse.isEmpty()) return new Result.InUse(inUse);
        return previewed ? preview(edition, changes) : write(edition, changed, entry);
    }

    private Result write(Edition edition, Set<String> changed, AuditEntry entry) {
        return switch (statements.put(edition, changed, tallies, entry, audit)) {
            case DONE -> new Result.Stored(edition.statement());
            case STALE -> new Result.Stale();
            case IN_USE -> new Result.InUse(inUse(edition.statement(), changed));
        };
    }

    private Result preview(Edition edition, List<FieldChange> changes) {
        Statement statement = edition.statement();
        Totals totals = tallies.all(statement.id());
        long waiting = totals.in(Queue.IN_REVIEW).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Result.Previewed(changes, statement.textVersion(), edition.html(), totals.published(), waiting);
    }

    private static Edition edition(
            String id, Map<String, Object> json, Map<String, String> html, Optional<Statement> before, Instant now) {
        Statement wished = Definition.read(
                id,
                json,
                before.map(Statement::textVersion).orElse(1),
                before.map(Statement::revision).orElse(0) + 1,
                closedAt(json, before, now));
        boolean newText = before.filter(old -> old.text().equals(wished.text())).isEmpty();
        // Nobody has signed a draft: its text is the first version until it is public.
        boolean newVersion = newText && before.filter(old -> !old.isDraft()).isPresent();
        return new Edition(
                newVersion ? wished.withTextVersion(wished.textVersion() + 1) : wished,
                html,
                newText ? Optional.of(now) : Optional.empty());
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

    /** The outcome of a put. */
    public sealed interface Result {
        record Stored(Statement statement) implements Result {}

        /**
         * What would change, the version of the text then and what it renders to, and how many are published and how many
         * wait for a moderator: all of them signed an earlier one.
         */
        record Previewed(
                List<FieldChange> changes, int textVersion, Map<String, String> html, long signed, long waiting)
                implements Result {}

        /** It was public, and cannot become a draft again: its links are known, and requests may wait. */
        record Public() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        /** It was changed by someone else in the meantime. */
        record Stale() implements Result {}

        /** Categories that have been signed would vanish or change their kind. */
        record InUse(List<FieldError> errors) implements Result {}
    }
}
