package org.undersigned.retain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Change;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Erasure;
import org.undersigned.tables.Retention;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;

/**
 * Erases what a statement need not keep any more: withdrawn signatures after their grace, addresses of rejected ones after
 * some days, and those of all after the statement's end. What is erased leaves the index, so a run that is cut off goes on
 * in the next one.
 */
final class Retain {
    private final Signatures signatures;
    private final SigningRequests requests;
    private final Retention retention;
    private final Erasure erasure;
    private final Audit audit;
    private final Duration grace;
    private final Duration rejectedKept;
    private final Clock clock;

    Retain(Env env) {
        signatures = new Signatures(env);
        requests = new SigningRequests(env);
        retention = new Retention(env);
        erasure = new Erasure(signatures);
        audit = new Audit(env);
        grace = env.duration("WITHDRAWAL_GRACE");
        rejectedKept = env.duration("REJECTED_PERIOD");
        clock = env.clock();
    }

    /** Handles up to {@code most} signatures of a statement; what it did is in the audit even if it breaks off. */
    Counts retain(Statement statement, int most, String requestId) {
        Instant now = clock.instant();
        var counts = new Counts();
        try {
            for (Iterator<SignatureId> due = due(statement, now); due.hasNext() && counts.handled < most; )
                counts.add(retain(due.next(), statement, now));
        } finally {
            if (counts.handled > 0) audit.append(statement.id(), entry(counts, clock.instant(), requestId));
        }
        return counts;
    }

    private Iterator<SignatureId> due(Statement statement, Instant now) {
        if (statement.isRetentionOverAt(now))
            return retention.all(statement.id()).iterator();
        return Stream.of(
                        retention.since(statement.id(), Status.WITHDRAWN, now.minus(grace)),
                        retention.since(statement.id(), Status.REJECTED, now.minus(rejectedKept)))
                .flatMap(ids -> StreamSupport.stream(ids.spliterator(), false))
                .iterator();
    }

    private Done retain(SignatureId id, Statement statement, Instant now) {
        Optional<Signature> seen = signatures.find(id);
        // First: once the signature is erased, no later run finds them.
        if (seen.filter(signature -> isDue(signature, statement, now)).isPresent()
                && seen.get().status() == Status.WITHDRAWN)
            requests.forget(id.signer(), Optional.of(id.capacity()), seen.get().since());
        return signatures.change(id, seen, found -> {
            if (found.filter(signature -> isDue(signature, statement, now)).isEmpty())
                return Change.stays(Done.NOTHING);
            Signature signature = found.get();
            return signature.status() == Status.WITHDRAWN
                    ? erasure.of(signature, Done.ERASED, Optional.empty(), now)
                    : Change.becomes(signature.withoutContact(), Done.WITHOUT_CONTACT);
        });
    }

    private boolean isDue(Signature signature, Statement statement, Instant now) {
        if (!signature.isRetained()) return false;
        return switch (signature.status()) {
            case WITHDRAWN -> !now.isBefore(signature.since().plus(grace));
            case REJECTED ->
                statement.isRetentionOverAt(now)
                        || !now.isBefore(signature.since().plus(rejectedKept));
            case PUBLISHED, IN_REVIEW -> statement.isRetentionOverAt(now);
        };
    }

    private static AuditEntry entry(Counts counts, Instant now, String requestId) {
        return new AuditEntry(
                now,
                requestId + ".1",
                "undersigned",
                "system",
                "retain",
                Optional.empty(),
                Optional.empty(),
                requestId,
                Optional.empty(),
                Optional.of(Map.of("erased", counts.erased, "withoutContact", counts.withoutContact)));
    }

    private enum Done {
        NOTHING,
        ERASED,
        WITHOUT_CONTACT
    }

    /** What was done to the signatures of a statement. */
    static final class Counts {
        private int handled;
        private int erased;
        private int withoutContact;

        private void add(Done done) {
            if (done == Done.ERASED) erased++;
            if (done == Done.WITHOUT_CONTACT) withoutContact++;
            handled = erased + withoutContact;
        }

        int handled() {
            return handled;
        }
    }
}
