package org.undersigned.decide;

import java.util.Map;
import org.undersigned.admin.AdminRehearsal;

/** Decides on a statement that nobody has, before the snapshot. */
final class Rehearsal {
    private static final String BODY = """
        {"decision": "reject", "signatures": ["%s.person"], "reason": "other: a rehearsal"}
        """.formatted("a".repeat(52));

    private Rehearsal() {}

    static void run() throws Exception {
        AdminRehearsal.run(DecideHandler::new, "POST", Map.of(), "application/json", BODY);
    }
}
