package org.undersigned.sign;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.undersigned.http.Origins;
import org.undersigned.http.RehearsalEvent;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.SnapStart;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;

/** Goes the whole way of a signature before the snapshot, with writes that the table always refuses. */
final class Rehearsal {
    private static final String EVENT = RehearsalEvent.of("POST", Map.of("statement", "rehearsal"), """
        {"category": "all", "name": "Zoë O’Brien", "email": "zoe@example.org"}
        """);

    private Rehearsal() {}

    static void run() throws Exception {
        try (var client = Aws.dynamoDb()) {
            var statements = Statements.fromEnv(client);
            statements.rehearse();
            var sign = new Sign(
                    statements,
                    Signatures.fromEnv(client).rehearsing(),
                    Duration.ofMinutes(1),
                    Duration.ofDays(1),
                    Clock.systemUTC(),
                    new SecureRandom());
            SnapStart.call(new SignHandler(sign, Origins.fromEnv()), EVENT);
        }
    }
}
