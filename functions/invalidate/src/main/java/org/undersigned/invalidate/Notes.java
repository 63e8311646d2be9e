package org.undersigned.invalidate;

import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.AuditEntry;
import org.undersigned.domain.Term;
import org.undersigned.invalidate.Invalidate.Call;
import org.undersigned.tables.Audit;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the audit has of an invalidation as a whole; what was selected stands in the invalidation alone. */
final class Notes {
    private final Audit audit;

    Notes(Audit audit) {
        this.audit = audit;
    }

    /** {@code signatures} is how many it is about. */
    void add(Call call, Invalidation invalidation, String action, int signatures) {
        audit.append(call.statement().id(), entry(call, invalidation, action, signatures));
    }

    /** The same as a part of the transaction that does what it tells of. */
    TransactWriteItem part(Call call, Invalidation invalidation, String action, int signatures) {
        return audit.part(call.statement().id(), entry(call, invalidation, action, signatures));
    }

    private static AuditEntry entry(Call call, Invalidation invalidation, String action, int signatures) {
        Map<String, Object> told = Map.of("state", Term.of(invalidation.state()), "signatures", signatures);
        return call.act()
                .entry(
                        call.entries().incrementAndGet(),
                        action,
                        Optional.of(invalidation.id()),
                        Optional.of(Term.of(invalidation.reason())),
                        Optional.empty(),
                        Optional.of(told));
    }
}
