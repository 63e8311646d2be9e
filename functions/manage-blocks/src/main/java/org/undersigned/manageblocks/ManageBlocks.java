package org.undersigned.manageblocks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.undersigned.admin.Act;
import org.undersigned.admin.IfMatch;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.BlockList;
import org.undersigned.domain.BlockedCounts;
import org.undersigned.domain.Blocks;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.KeyedHash;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.BlockTable;
import org.undersigned.tables.BlockedRequests;

/** Changes the block lists of a statement by what comes and what goes, or replaces them. */
final class ManageBlocks {
    private static final int MAX_ATTEMPTS = 10;

    private final BlockTable table;
    private final BlockedRequests requests;
    private final Audit audit;
    private final KeyedHash hash;

    ManageBlocks(Env env) {
        table = new BlockTable(env);
        requests = new BlockedRequests(env);
        audit = new Audit(env);
        hash = env.keyedHash();
    }

    Blocks read(String statement) {
        return table.read(statement);
    }

    BlockedCounts counts(String statement) {
        return requests.of(statement);
    }

    /** What is there already, or is not, changes nothing. */
    Result change(String statement, Map<String, Object> json, IfMatch ifMatch, Act act) {
        BlocksForm.Read read = form(statement).read(json);
        return write(statement, read, before -> before.changed(read.added(), read.removed()), ifMatch, act);
    }

    /** Puts these lists in place of those that are there. */
    Result replace(String statement, Map<String, Object> json, IfMatch ifMatch, Act act) {
        BlocksForm.Read read = form(statement).readAll(json);
        return write(statement, read, before -> before.replaced(read.added()), ifMatch, act);
    }

    private BlocksForm form(String statement) {
        return new BlocksForm(address -> hash.blocked(statement, address));
    }

    private Result write(String statement, BlocksForm.Read read, UnaryOperator<Blocks> rule, IfMatch ifMatch, Act act) {
        if (!read.errors().isEmpty()) return new Result.Invalid(read.errors());
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Blocks before = table.read(statement);
            if (!ifMatch.allows(before.revision())) return new Result.Stale();
            Blocks after = rule.apply(before);
            List<FieldError> tooMany = tooMany(after);
            if (!tooMany.isEmpty()) return new Result.Invalid(tooMany);
            Optional<AuditEntry> entry = entry(statement, before, after, act);
            if (entry.isEmpty()) return new Result.Changed(before);
            if (table.put(statement, after, entry.get(), audit)) return new Result.Changed(after);
        }
        throw new IllegalStateException("the lists are changed faster than they can be read");
    }

    private static List<FieldError> tooMany(Blocks blocks) {
        return List.of(BlockList.values()).stream()
                .filter(list -> blocks.of(list).size() > BlockList.MAX)
                .map(list -> new FieldError(
                        "add." + list.label(),
                        "too-many",
                        "must be fewer: a list holds at most " + BlockList.MAX + " entries"))
                .toList();
    }

    /** Of what came and went, by keyed hashes; none where nothing did. */
    private Optional<AuditEntry> entry(String statement, Blocks before, Blocks after, Act act) {
        Map<String, Object> gone = new LinkedHashMap<>();
        Map<String, Object> come = new LinkedHashMap<>();
        for (BlockList list : BlockList.values()) {
            note(gone, statement, list, before.of(list), after.of(list));
            note(come, statement, list, after.of(list), before.of(list));
        }
        if (gone.isEmpty() && come.isEmpty()) return Optional.empty();
        return Optional.of(act.entry(
                1, "change-blocks", Optional.empty(), Optional.empty(), Optional.of(gone), Optional.of(come)));
    }

    private void note(
            Map<String, Object> noted,
            String statement,
            BlockList list,
            SortedSet<String> entries,
            SortedSet<String> others) {
        SortedSet<String> only = new TreeSet<>(entries);
        only.removeAll(others);
        if (!only.isEmpty())
            noted.put(
                    list.label(),
                    only.stream()
                            .map(entry -> list == BlockList.ADDRESSES ? entry : hash.blocked(statement, list, entry))
                            .sorted()
                            .toList());
    }

    /** The outcome of a change. */
    sealed interface Result {
        record Changed(Blocks blocks) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        /** They were changed by someone else in the meantime. */
        record Stale() implements Result {}
    }
}
