package org.undersigned.correct;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.undersigned.admin.Act;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Category;
import org.undersigned.domain.Change;
import org.undersigned.domain.Details;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;

/** Corrects the details of a signature; it takes its place in the list anew. */
final class Correct {
    private final Signatures signatures;
    private final KeyedHash hash;
    private final RandomGenerator random;

    Correct(Env env) {
        signatures = new Signatures(env, new Audit(env));
        hash = new KeyedHash(env.secret(env.required("SIGNER_SECRET")));
        random = env.random();
    }

    /** {@code seen} says whether a version is one that the caller means. */
    Result correct(Statement statement, SignatureId id, Map<String, Object> json, IntPredicate seen, Act act) {
        return signatures.change(id, found -> {
            if (found.filter(signature -> signature.statement().equals(statement.id()))
                    .isEmpty()) return Change.stays(new Result.Unknown());
            Signature before = found.get();
            if (!seen.test(before.version())) return Change.stays(new Result.Stale(before.version()));
            if (before.status() == Status.WITHDRAWN) return Change.stays(new Result.Withdrawn());
            return switch (Correction.read(json, before.details(), statement)) {
                case Correction.Flawed(var errors) -> Change.stays(new Result.Invalid(errors));
                case Correction.Filled correction -> corrected(before, correction, statement, act);
            };
        });
    }

    private Change<Result> corrected(Signature before, Correction.Filled correction, Statement statement, Act act) {
        if (correction.details().equals(before.details())) return Change.stays(new Result.Corrected(before));
        if (becomesWatched(before, correction.details(), statement)) return Change.stays(new Result.NeedsApproval());
        Signature after = before.corrected(correction.details(), sortKey(before, correction));
        return new Change.Becomes<>(
                after,
                new Result.Corrected(after),
                Optional.of(entry(before, after, correction.reason(), act)),
                before.id().isImported() ? alias(after, correction.category()) : Optional.empty());
    }

    /** A file with the new words is a file with the same row; nothing is needed where their key is taken. */
    private Optional<Change.Step> alias(Signature row, Category category) {
        SignatureId key = hash.importedRow(row.statement(), category.signs(), row.details())
                .getFirst();
        return signatures.find(key).isPresent()
                ? Optional.empty()
                : Optional.of(new Change.Step(Optional.empty(), Signature.alias(key, row)));
    }

    /** One moderator alone must not bring a watched name onto the list by correcting another. */
    private static boolean becomesWatched(Signature before, Details after, Statement statement) {
        return before.status() == Status.PUBLISHED
                && !after.shown().equals(before.details().shown())
                && statement.moderation().watchList().holds(after.shown());
    }

    private String sortKey(Signature before, Correction.Filled correction) {
        Details details = correction.details();
        boolean sameCategory = details.category().equals(before.details().category());
        if (correction.category().order() == Order.ARRIVAL || !details.listed())
            return sameCategory ? before.sortKey() : SortKey.byArrival(before.since(), random);
        return SortKey.byName(details.sortAs(), details.name(), random);
    }

    private static AuditEntry entry(Signature before, Signature after, String reason, Act act) {
        Map<String, Object> was = told(before);
        Map<String, Object> is = told(after);
        was.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), is.get(entry.getKey())));
        is.keySet().retainAll(was.keySet());
        return act.entry(
                1, "correct", Optional.of(before.id().text()), Optional.of(reason), Optional.of(was), Optional.of(is));
    }

    private static Map<String, Object> told(Signature signature) {
        Details details = signature.details();
        Map<String, Object> told = new TreeMap<>();
        told.put("version", signature.version());
        told.put("category", details.category());
        told.put("name", details.name());
        told.put("honorific", details.honorific().orElse(null));
        told.put("affiliation", details.affiliation().orElse(null));
        told.put("sortAs", details.sortAs());
        return told;
    }

    /** The outcome of a correction. */
    sealed interface Result {
        /** The signature is this now. */
        record Corrected(Signature signature) implements Result {}

        record Unknown() implements Result {}

        /** It has another version. */
        record Stale(int version) implements Result {}

        record Withdrawn() implements Result {}

        /** Under its new name a published signature would need two approvers. */
        record NeedsApproval() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}
    }
}
