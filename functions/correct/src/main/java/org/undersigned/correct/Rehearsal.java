package org.undersigned.correct;

import java.util.Map;
import org.undersigned.admin.AdminRehearsal;

/** Corrects a signature of a statement that nobody has, before the snapshot. */
final class Rehearsal {
    private static final Map<String, String> SIGNATURE = Map.of("id", "a".repeat(52) + ".person");

    private Rehearsal() {}

    static void run() throws Exception {
        AdminRehearsal.run(
                CorrectHandler::new,
                "PATCH",
                SIGNATURE,
                "application/json",
                "{\"name\": \"Zoë\", \"reason\": \"a rehearsal\"}");
    }
}
