package org.undersigned.importsignatories;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.undersigned.admin.Act;
import org.undersigned.admin.AdminRehearsal;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Aws;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Tallies;

/** Imports into a statement that nobody has, and reads a file without importing it, before the snapshot. */
final class Rehearsal {
    private static final String CSV = "category,name,affiliation\r\nall,Zoë O’Brien,\"Baker, retired\"\r\nall,,\r\n";

    private Rehearsal() {}

    static void run() throws Exception {
        AdminRehearsal.run(ImportSignatoriesHandler::new, "POST", Map.of(), "text/csv", CSV);
        try (var client = Aws.dynamoDb()) {
            new ImportSignatories(
                            Signatures.fromEnv(client),
                            Tallies.fromEnv(client),
                            Audit.fromEnv(client),
                            new SecureRandom())
                    .dryRun(Statement.rehearsal(), "rehearsal", CSV, act());
        }
    }

    private static Act act() {
        return new Act("rehearsal", "administrator", Clock.systemUTC().instant(), "rehearsal");
    }
}
