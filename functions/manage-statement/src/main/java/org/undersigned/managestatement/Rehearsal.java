package org.undersigned.managestatement;

import java.util.Map;
import org.undersigned.admin.AdminRehearsal;

/** Asks for a statement that nobody has, before the snapshot. */
final class Rehearsal {
    private Rehearsal() {}

    static void run() throws Exception {
        AdminRehearsal.run(ManageStatementHandler::new, "GET", Map.of(), "application/json", "");
    }
}
