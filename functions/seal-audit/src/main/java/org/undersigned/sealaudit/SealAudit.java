package org.undersigned.sealaudit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Chain;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Audit;

/** Chains the audit's entries by hashes: each seal holds the hash of the entries since the one before, and of that one. */
public final class SealAudit {
    /** No request writes an entry later than this after the moment that the entry tells. */
    static final Duration SETTLED = Duration.ofMinutes(15);

    private final Audit audit;
    private final Clock clock;
    private final int most;

    /** {@code most} is how many entries one seal covers at most, so that a run that is cut off has not been for nothing. */
    public SealAudit(Audit audit, Clock clock, int most) {
        this.audit = audit;
        this.clock = clock;
        this.most = most;
    }

    /** Seals what is settled and not sealed yet; answers how many seals that took. Two runs at once make no fork. */
    public int seal(String statement, String requestId) {
        int seals = 0;
        while (sealNext(statement, requestId)) seals++;
        return seals;
    }

    private boolean sealNext(String statement, String requestId) {
        Optional<Sealed> last = audit.lastSeal(statement).map(SealAudit::read);
        Optional<String> previous = last.map(Sealed::sha256);
        var chain = new Chain(previous);
        String through = "";
        Instant now = clock.instant();
        for (Audit.Written entry : audit.entries(statement, last.map(Sealed::through), now.minus(SETTLED))) {
            chain.add(entry.json());
            through = entry.key();
            if (chain.entries() == most) break;
        }
        if (chain.entries() == 0) return false;
        long number = last.map(Sealed::number).orElse(0L) + 1;
        Map<String, Object> before = new HashMap<>();
        before.put("sha256", previous.orElse(null));
        Map<String, Object> after =
                Map.of("entries", chain.entries(), "number", number, "sha256", chain.sha256(), "through", through);
        return audit.seal(
                statement,
                number,
                new AuditEntry(
                        now,
                        requestId + "." + number,
                        "undersigned",
                        "system",
                        "seal",
                        Optional.empty(),
                        Optional.empty(),
                        requestId,
                        Optional.of(before),
                        Optional.of(after)));
    }

    private static Sealed read(Audit.Written seal) {
        try {
            var after = (Map<?, ?>) Json.object(seal.json()).get("after");
            return new Sealed(((Number) after.get("number")).longValue(), (String) after.get("sha256"), (String)
                    after.get("through"));
        } catch (Json.Malformed e) {
            throw new IllegalStateException("a seal cannot be read", e);
        }
    }

    private record Sealed(long number, String sha256, String through) {}
}
