package org.undersigned.readaudit;

import java.util.Map;
import org.undersigned.admin.AdminRehearsal;

/** Reads the audit of a statement that nobody has, before the snapshot. */
final class Rehearsal {
    private Rehearsal() {}

    static void run() throws Exception {
        AdminRehearsal.run(ReadAuditHandler::new, "GET", Map.of(), "application/json", "");
    }
}
