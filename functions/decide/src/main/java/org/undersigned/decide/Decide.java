package org.undersigned.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undersigned.admin.Act;
import org.undersigned.admin.Parallel;
import org.undersigned.admin.Reason;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Decision;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.domain.Term;
import org.undersigned.tables.Decisions;
import org.undersigned.tables.Decisions.Step;
import org.undersigned.tables.Signatures;

/** Decides on signatures, each for itself: one that cannot be decided on holds up none of the others. */
public final class Decide {
    private static final int MAX_ATTEMPTS = 10;

    private final Signatures signatures;
    private final Decisions decisions;

    public Decide(Signatures signatures, Decisions decisions) {
        this.signatures = signatures;
        this.decisions = decisions;
    }

    /** Answers in the order asked; an id that stands there twice is decided on once. */
    List<Result> decide(Statement statement, Asked asked, Act act) {
        List<String> texts = asked.signatures().stream().distinct().toList();
        Map<String, SignatureId> ids = new HashMap<>();
        for (String text : texts) SignatureId.read(text).ifPresent(id -> ids.put(text, id));
        Map<SignatureId, Signature> found =
                signatures.findAll(ids.values()).stream().collect(Collectors.toMap(Signature::id, Function.identity()));
        List<Case> cases = new ArrayList<>();
        for (String text : texts) cases.add(new Case(text, Optional.ofNullable(ids.get(text)), cases.size() + 1));
        Map<String, Result> results = new HashMap<>();
        Parallel.map(cases, one -> decide(statement, asked, act, one, one.id().map(found::get)))
                .forEach(result -> results.put(result.id(), result));
        return asked.signatures().stream().map(results::get).toList();
    }

    private Result decide(Statement statement, Asked asked, Act act, Case one, Optional<Signature> first) {
        Optional<Signature> found = first;
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            if (found.filter(signature -> signature.statement().equals(statement.id()))
                    .isEmpty()) return new Result(one.text(), Optional.empty(), Outcome.NOT_FOUND);
            Signature before = found.get();
            // A moment for each, so that no two came to wait at the same one.
            Instant now = act.at().plusNanos(one.number());
            switch (Verdict.on(before, asked, statement, act.actor(), now)) {
                case Verdict.Stands(Outcome outcome) -> {
                    return new Result(one.text(), Optional.of(before.status()), outcome);
                }
                case Verdict.Changes(Signature after, Outcome outcome) -> {
                    if (enter(asked, act, one.number(), before, after, now))
                        return new Result(one.text(), Optional.of(after.status()), outcome);
                }
            }
            found = signatures.find(before.id());
        }
        throw new IllegalStateException("a signature changes faster than it can be decided on");
    }

    private boolean enter(Asked asked, Act act, int number, Signature before, Signature after, Instant now) {
        Optional<Signature> row = asked.acceptsClaim() && after.status() == Status.PUBLISHED
                ? before.review().claims().flatMap(signatures::find).filter(r -> r.status() == Status.PUBLISHED)
                : Optional.empty();
        AuditEntry entry = act.entry(
                number,
                Term.of(asked.decision()),
                Optional.of(before.id().text()),
                asked.reason().map(Reason::text),
                Optional.of(told(before, Optional.empty())),
                Optional.of(told(after, row)));
        return row.map(imported ->
                        decisions.enter(entry, new Step(before, after), new Step(imported, imported.claimed(now))))
                .orElseGet(() -> decisions.enter(entry, new Step(before, after)));
    }

    private static Map<String, Object> told(Signature signature, Optional<Signature> row) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", Term.of(signature.status()));
        told.put("revision", signature.revision());
        signature.review().firstApprover().ifPresent(approver -> told.put("firstApprover", approver));
        row.ifPresent(imported -> told.put("inPlaceOf", imported.id().text()));
        return told;
    }

    /** What is asked for; {@code acceptsClaim} is whether an imported row of the same name leaves the list for it. */
    record Asked(Decision decision, List<String> signatures, Optional<Reason> reason, boolean acceptsClaim) {}

    /** What became of one; without a status where there is no such signature. */
    record Result(String id, Optional<Status> status, Outcome outcome) {}

    private record Case(String text, Optional<SignatureId> id, int number) {}
}
