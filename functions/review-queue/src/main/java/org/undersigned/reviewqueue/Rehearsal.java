package org.undersigned.reviewqueue;

import java.util.Map;
import org.undersigned.admin.AdminRehearsal;

/** Reads the queue of a statement that nobody has, before the snapshot. */
final class Rehearsal {
    private Rehearsal() {}

    static void run() throws Exception {
        AdminRehearsal.run(ReviewQueueHandler::new, "GET", Map.of(), "application/json", "");
    }
}
