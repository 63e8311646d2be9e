package org.undersigned.tally;

import org.undersigned.lambda.Aws;
import org.undersigned.lambda.SnapStart;
import org.undersigned.tables.Tallies;

/** Counts one event of a statement that nobody has before the snapshot; from the second time on its mark refuses it. */
final class Rehearsal {
    private static final String EVENT = """
        {"Records": [{"eventID": "rehearsal", "eventName": "MODIFY", "dynamodb": {"SequenceNumber": "0",
          "OldImage": {"status": {"S": "PENDING"}},
          "NewImage": {"status": {"S": "PUBLISHED"}, "statement": {"S": "#rehearsal"}, "category": {"S": "all"},
            "signedOn": {"S": "2026-01-01"}}}}]}
        """;

    private Rehearsal() {}

    static void run() throws Exception {
        try (var client = Aws.dynamoDb()) {
            SnapStart.call(new TallyHandler(new Tally(Tallies.fromEnv(client))), EVENT);
        }
    }
}
