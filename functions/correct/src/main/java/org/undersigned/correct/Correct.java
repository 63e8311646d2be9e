package org.undersigned.correct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.undersigned.admin.Act;
import org.undersigned.admin.Reason;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Category;
import org.undersigned.domain.Change;
import org.undersigned.domain.Details;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Note;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;
import org.undersigned.tables.Signatures;

/** Corrects the details of a signature; it takes its place in the list anew. */
final class Correct {
    private final Signatures signatures;
    private final KeyedHash hash;
    private final RandomGenerator random;

    Correct(Signatures signatures, KeyedHash hash, RandomGenerator random) {
        this.signatures = signatures;
        this.hash = hash;
        this.random = random;
    }

    /** {@code seen} says whether a version is one that the caller means. */
    Result correct(Statement statement, SignatureId id, Map<String, Object> json, IntPredicate seen, Act act) {
        return signatures.change(id, found -> {
            if (found.filter(signature -> signature.statement().equals(statement.id()))
                    .isEmpty()) return Change.stays(new Result.Unknown());
            Signature before = found.get();
            if (!seen.test(before.version())) return Change.stays(new Result.Stale(before.version()));
            if (before.status() == Status.WITHDRAWN) return Change.stays(new Result.Withdrawn());
            if (before.edit().isPresent()) return Change.stays(new Result.Edited());
            return switch (Correction.read(json, before.details(), statement)) {
                case Correction.Flawed(var errors) -> Change.stays(new Result.Invalid(errors));
                case Correction.Filled correction -> corrected(before, correction, statement, act);
            };
        });
    }

    private Change<Result> corrected(Signature before, Correction.Filled correction, Statement statement, Act act) {
        if (correction.details().equals(before.details())) return Change.stays(new Result.Corrected(before));
        if (becomesWatched(before, correction.details(), statement)) return Change.stays(new Result.NeedsApproval());
        Signature after = before.corrected(
                correction.details(), SortKey.moved(before, correction.details(), correction.category(), random));
        return new Change.Becomes<>(
                after,
                new Result.Corrected(after),
                Optional.of(entry(before, after, correction.reason(), act)),
                new Note(
                        Optional.of(correction.reason().text()),
                        before.details().wordsNotIn(after.details())),
                before.id().isImported() ? alias(after, correction.category()) : List.of());
    }

    /** A file with the new words is a file with the same row; nothing is needed where their key is taken. */
    private List<Change.Step> alias(Signature row, Category category) {
        SignatureId key = hash.importedRow(row.statement(), category.signs(), row.details())
                .getFirst();
        return signatures.find(key).isPresent()
                ? List.of()
                : List.of(new Change.Step(Optional.empty(), Signature.alias(key, row)));
    }

    /** One moderator alone must not bring a watched name onto the list by correcting another. */
    private static boolean becomesWatched(Signature before, Details after, Statement statement) {
        return before.status() == Status.PUBLISHED
                && !after.shown().equals(before.details().shown())
                && statement.moderation().watchList().holds(after.shown());
    }

    private AuditEntry entry(Signature before, Signature after, Reason reason, Act act) {
        return act.entry(
                1,
                "correct",
                Optional.of(before.id().text()),
                Optional.of(Term.of(reason.code())),
                Optional.of(told(before, after)),
                Optional.of(told(after, before)));
    }

    /** What it has that the other has not; of words that tell who signed, digests. */
    private Map<String, Object> told(Signature signature, Signature other) {
        Map<String, String> words = signature.details().wordsNotIn(other.details());
        Map<String, Object> told = new TreeMap<>(Map.of("version", signature.version()));
        other.details().wordsNotIn(signature.details()).keySet().forEach(field -> told.put(field, null));
        words.forEach((field, word) ->
                told.put(field, field.equals("category") ? word : hash.digest(signature.id(), field, word)));
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

        /** Words that its signer has edited wait for a decision. */
        record Edited() implements Result {}

        /** Under its new name a published signature would need two approvers. */
        record NeedsApproval() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}
    }
}
