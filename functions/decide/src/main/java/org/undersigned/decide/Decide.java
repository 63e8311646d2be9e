package org.undersigned.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.undersigned.admin.Act;
import org.undersigned.admin.Parallel;
import org.undersigned.admin.Reason;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Change;
import org.undersigned.domain.Decision;
import org.undersigned.domain.Edit;
import org.undersigned.domain.Note;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;
import org.undersigned.tables.Signatures;

/** Decides on signatures, each for itself: one that cannot be decided on holds up none of the others. */
final class Decide {
    private final Signatures signatures;
    private final RandomGenerator random;

    Decide(Signatures signatures, RandomGenerator random) {
        this.signatures = signatures;
        this.random = random;
    }

    /** Answers in the order asked; an id that stands there twice is decided on once. */
    List<Result> decide(Statement statement, Asked asked, Act act) {
        List<String> texts =
                asked.signatures().stream().map(Named::id).distinct().toList();
        Map<String, SignatureId> ids = new HashMap<>();
        for (String text : texts) SignatureId.read(text).ifPresent(id -> ids.put(text, id));
        Map<SignatureId, Signature> found =
                signatures.findAll(ids.values()).stream().collect(Collectors.toMap(Signature::id, Function.identity()));
        List<Case> cases = new ArrayList<>();
        for (String text : texts)
            cases.add(new Case(text, Optional.ofNullable(ids.get(text)), asked.versions(text), cases.size() + 1));
        Map<String, Result> results = new HashMap<>();
        Parallel.map(cases, one -> decide(statement, asked, act, one, one.id().map(found::get)))
                .forEach(result -> results.put(result.id(), result));
        return asked.signatures().stream().map(Named::id).map(results::get).toList();
    }

    private Result decide(Statement statement, Asked asked, Act act, Case one, Optional<Signature> seen) {
        Result unknown = new Result(one.text(), Optional.empty(), Outcome.NOT_FOUND);
        if (seen.isEmpty()) return unknown;
        // A moment for each, so that no two came to wait at the same one.
        Instant now = act.at().plusNanos(one.number());
        return signatures.change(seen.get().id(), seen, found -> {
            if (found.filter(signature -> signature.statement().equals(statement.id()))
                    .isEmpty()) return Change.stays(unknown);
            Signature before = found.get();
            Verdict verdict = one.isAbout(before, asked.decision())
                    ? Verdict.on(before, asked, statement, new Decider(act.actor(), random, now))
                    : new Verdict.Stands(Outcome.CONFLICT);
            return switch (verdict) {
                case Verdict.Stands(Outcome outcome) ->
                    Change.stays(new Result(one.text(), Optional.of(before.status()), outcome));
                case Verdict.Changes(Signature after, Outcome outcome) ->
                    becomes(asked, act, one, before, after, outcome, now);
            };
        });
    }

    private Change<Result> becomes(
            Asked asked, Act act, Case one, Signature before, Signature after, Outcome outcome, Instant now) {
        Optional<Signature> row = asked.acceptsClaim() && outcome == Outcome.APPROVED
                ? claims(before).flatMap(signatures::find).filter(r -> r.status() == Status.PUBLISHED)
                : Optional.empty();
        Signature decided = row.map(imported -> after.inPlaceOf(imported.id()))
                .orElse(after)
                .causedBy(act.requestId());
        AuditEntry entry = act.entry(
                one.number(),
                Term.of(asked.decision()),
                Optional.of(before.id().text()),
                asked.reason().map(reason -> Term.of(reason.code())),
                Optional.of(told(before, Optional.empty())),
                Optional.of(told(decided, row)));
        return new Change.Becomes<>(
                decided,
                new Result(one.text(), Optional.of(decided.status()), outcome),
                Optional.of(entry),
                new Note(asked.reason().map(Reason::text), before.details().wordsNotIn(decided.details())),
                row.map(imported -> new Change.Step(Optional.of(imported), imported.claimed(now))).stream()
                        .toList());
    }

    /** Of edited words, the row that those claim: what was decided on the first ones stands. */
    private static Optional<SignatureId> claims(Signature signature) {
        return signature.edit().isPresent()
                ? signature.edit().flatMap(Edit::claims)
                : signature.review().claims();
    }

    private static Map<String, Object> told(Signature signature, Optional<Signature> row) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", Term.of(signature.status()));
        told.put("version", signature.version());
        signature.review().firstApprover().ifPresent(approver -> told.put("firstApprover", approver));
        row.ifPresent(imported -> told.put("inPlaceOf", imported.id().text()));
        return told;
    }

    /** Who decides, and when; sort keys need chance. */
    record Decider(String actor, RandomGenerator random, Instant now) {}

    /** What is asked for; {@code acceptsClaim} is whether an imported row of the same name leaves the list for it. */
    record Asked(Decision decision, List<Named> signatures, Optional<Reason> reason, boolean acceptsClaim) {
        private Set<Integer> versions(String id) {
            return signatures.stream()
                    .filter(named -> named.id().equals(id))
                    .flatMap(named -> named.version().stream())
                    .collect(Collectors.toSet());
        }
    }

    /** A signature by its id, and the version that the moderator saw, if that was said. */
    record Named(String id, Optional<Integer> version) {}

    /** The outcome for one; without a status where there is no such signature. */
    record Result(String id, Optional<Status> status, Outcome outcome) {}

    private record Case(String text, Optional<SignatureId> id, Set<Integer> seen, int number) {
        /**
         * Whether that is the version the moderator saw. Whoever approves words that the signer has edited must say it: the
         * signer could edit them once more.
         */
        private boolean isAbout(Signature signature, Decision decision) {
            if (seen.isEmpty())
                return decision != Decision.APPROVE || signature.edit().isEmpty();
            return seen.equals(Set.of(signature.version()));
        }
    }
}
