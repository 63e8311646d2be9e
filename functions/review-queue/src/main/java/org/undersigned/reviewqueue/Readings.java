package org.undersigned.reviewqueue;

import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.Act;
import org.undersigned.domain.Statement;
import org.undersigned.tables.Audit;

/** What the audit has of each reading, before anything is shown. */
final class Readings {
    private final Audit audit;

    Readings(Audit audit) {
        this.audit = audit;
    }

    void note(Statement statement, Act act, String action, Optional<String> subject, Map<String, Object> found) {
        audit.append(
                statement.id(), act.entry(1, action, subject, Optional.empty(), Optional.empty(), Optional.of(found)));
    }
}
