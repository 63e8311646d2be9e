package org.undersigned.listsignatories;

import java.util.Map;
import org.undersigned.http.Origins;
import org.undersigned.http.RehearsalEvent;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.SnapStart;
import org.undersigned.tables.Signatories;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;

/** Answers for a statement that nobody has, before the snapshot. */
final class Rehearsal {
    private static final String EVENT =
            RehearsalEvent.of("GET", Map.of("statement", "rehearsal", "category", "all"), "");

    private Rehearsal() {}

    static void run() throws Exception {
        try (var client = Aws.dynamoDb()) {
            var statements = Statements.fromEnv(client);
            statements.rehearse();
            SnapStart.call(
                    new ListSignatoriesHandler(
                            statements, Signatories.fromEnv(client), Tallies.fromEnv(client), 1, Origins.fromEnv()),
                    EVENT);
        }
    }
}
