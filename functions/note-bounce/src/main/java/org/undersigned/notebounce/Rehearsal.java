package org.undersigned.notebounce;

import java.util.List;
import java.util.Map;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.Json;
import org.undersigned.lambda.SnapStart;
import org.undersigned.tables.Signatures;

/** Notes that a mail came back which nobody asked for, before the snapshot. */
final class Rehearsal {
    private static final String MESSAGE = """
        {"eventType": "Bounce", "bounce": {"bounceType": "Permanent"},
         "mail": {"tags": {"signer": ["%s"], "capacity": ["person"], "mail": ["confirmation-1"]}}}
        """.formatted("a".repeat(52));

    private Rehearsal() {}

    static void run() throws Exception {
        try (var client = Aws.dynamoDb()) {
            String event = Json.text(Map.of("Records", List.of(Map.of("Sns", Map.of("Message", MESSAGE)))));
            SnapStart.call(new NoteBounceHandler(new NoteBounce(Signatures.fromEnv(client))), event);
        }
    }
}
