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
 * Erases what a statement need not keep any more: withdrawn signatures after their grace, networks of those that stand and
 * addresses of rejected ones after some days, and both of all after the statement's end. What is erased leaves the index, so
 * a run that is cut off goes on in the next one.
 */
final class Retain {
    private final Signatures signatures;
    private final SigningRequests requests;
    private final Retention retention;
    private final Erasure erasure;
    private final Audit audit;
    private final Duration grace;
    private final Duration rejectedKept;
    private final Duration networkKept;
    private final Clock clock;

    Retain(Env env) {
        signatures = new Signatures(env);
        requests = new SigningRequests(env);
        retention = new Retention(env);
        erasure = new Erasure(signatures);
        audit = new Audit(env);
        grace = env.duration("WITHDRAWAL_GRACE");
        rejectedKept = env.duration("REJECTED_PERIOD");
        networkKept = env.duration("NETWORK_PERIOD");
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
                        retention.since(statement.id(), Status.REJECTED, now.minus(rejectedKept)),
                        retention.networks(statement.id(), now.minus(networkKept)))
                .flatMap(ids -> StreamSupport.stream(ids.spliterator(), false))
                .iterator();
    }

    private Done retain(SignatureId id, Statement statement, Instant now) {
        Optional<Signature> seen = signatures.find(id);
        // First: once the signature is erased, no later run finds them.
        if (seen.map(signature -> due(signature, statement, now)).equals(Optional.of(Done.ERASED)))
            requests.forget(id.signer(), Optional.of(id.capacity()), seen.get().since());
        return signatures.change(id, seen, found -> {
            Done due = found.map(signature -> due(signature, statement, now)).orElse(Done.NOTHING);
            return switch (due) {
                case NOTHING -> Change.stays(due);
                case ERASED -> erasure.of(found.get(), due, Optional.empty(), now);
                case WITHOUT_CONTACT -> Change.becomes(found.get().withoutContact(), due);
                case WITHOUT_NETWORK -> Change.becomes(found.get().withoutNetwork(), due);
            };
        });
    }

    private Done due(Signature signature, Statement statement, Instant now) {
        if (!signature.isRetained()) return Done.NOTHING;
        boolean ended = statement.isRetentionOverAt(now);
        return switch (signature.status()) {
            case WITHDRAWN -> now.isBefore(signature.since().plus(grace)) ? Done.NOTHING : Done.ERASED;
            case REJECTED ->
                ended || !now.isBefore(signature.since().plus(rejectedKept)) ? Done.WITHOUT_CONTACT : Done.NOTHING;
            case PUBLISHED, IN_REVIEW ->
                ended ? Done.WITHOUT_CONTACT : isNetworkDue(signature, now) ? Done.WITHOUT_NETWORK : Done.NOTHING;
        };
    }

    private boolean isNetworkDue(Signature signature, Instant now) {
        return signature.review().network().isPresent()
                && !now.isBefore(signature.signedAt().plus(networkKept));
    }

    private static AuditEntry entry(Counts counts, Instant now, String requestId) {
        return Retained.entry(
                now,
                requestId,
                1,
                Map.of(
                        "erased", counts.erased,
                        "withoutContact", counts.withoutContact,
                        "withoutNetwork", counts.withoutNetwork));
    }

    private enum Done {
        NOTHING,
        ERASED,
        WITHOUT_CONTACT,
        WITHOUT_NETWORK
    }

    /** What was done to the signatures of a statement. */
    static final class Counts {
        private int handled;
        private int erased;
        private int withoutContact;
        private int withoutNetwork;

        private void add(Done done) {
            if (done == Done.ERASED) erased++;
            if (done == Done.WITHOUT_CONTACT) withoutContact++;
            if (done == Done.WITHOUT_NETWORK) withoutNetwork++;
            handled = erased + withoutContact + withoutNetwork;
        }

        int handled() {
            return handled;
        }
    }
}
