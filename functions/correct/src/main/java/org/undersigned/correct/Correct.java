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
import org.undersigned.domain.FieldError;
import org.undersigned.domain.Order;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SortKey;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.domain.Words;
import org.undersigned.tables.Decisions;
import org.undersigned.tables.Decisions.Step;
import org.undersigned.tables.Signatures;

/** Corrects the words of a confirmed signature; it takes its place in the list anew. */
public final class Correct {
    private static final int MAX_ATTEMPTS = 10;

    private final Signatures signatures;
    private final Decisions decisions;
    private final RandomGenerator random;

    public Correct(Signatures signatures, Decisions decisions, RandomGenerator random) {
        this.signatures = signatures;
        this.decisions = decisions;
        this.random = random;
    }

    /** {@code seen} says whether a revision is one that the caller means. */
    Result correct(Statement statement, SignatureId id, Map<String, Object> json, IntPredicate seen, Act act) {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Optional<Signature> found =
                    signatures.find(id).filter(s -> s.statement().equals(statement.id()));
            if (found.isEmpty()) return new Result.Unknown();
            Signature before = found.get();
            if (!seen.test(before.revision())) return new Result.Stale(before.revision());
            if (before.status() == Status.PENDING || before.status() == Status.WITHDRAWN)
                return new Result.NotCorrectable(before.status());
            switch (Correction.read(json, before.words(), statement)) {
                case Correction.Flawed(var errors) -> {
                    return new Result.Invalid(errors);
                }
                case Correction.Filled correction -> {
                    if (correction.words().equals(before.words())) return new Result.Corrected(before);
                    if (becomesWatched(before, correction.words(), statement)) return new Result.NeedsApproval();
                    Signature after = before.corrected(correction.words(), sortKey(before, correction));
                    if (decisions.enter(entry(before, after, correction.reason(), act), new Step(before, after)))
                        return new Result.Corrected(after);
                }
            }
        }
        throw new IllegalStateException("a signature changes faster than it can be corrected");
    }

    /** One moderator alone must not bring a watched name onto the list by correcting another. */
    private static boolean becomesWatched(Signature before, Words after, Statement statement) {
        return before.status() == Status.PUBLISHED
                && !after.name().equals(before.words().name())
                && statement.moderation().watchList().holds(after.name());
    }

    private String sortKey(Signature before, Correction.Filled correction) {
        Words words = correction.words();
        boolean sameCategory = words.category().equals(before.words().category());
        if (correction.category().order() == Order.ARRIVAL || !words.listed())
            return sameCategory ? before.sortKey() : SortKey.byArrival(before.since(), random);
        return SortKey.byName(words.sortAs(), words.name(), random);
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
        Words words = signature.words();
        Map<String, Object> told = new TreeMap<>();
        told.put("revision", signature.revision());
        told.put("category", words.category());
        told.put("name", words.name());
        told.put("honorific", words.honorific().orElse(null));
        told.put("affiliation", words.affiliation().orElse(null));
        told.put("sortAs", words.sortAs());
        return told;
    }

    /** What became of a correction. */
    sealed interface Result {
        /** The signature is this now. */
        record Corrected(Signature signature) implements Result {}

        record Unknown() implements Result {}

        /** It has another revision. */
        record Stale(int revision) implements Result {}

        /** Its signer can still change the words, or has withdrawn them. */
        record NotCorrectable(Status status) implements Result {}

        /** Under its new name a published signature would need two approvers. */
        record NeedsApproval() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}
    }
}
