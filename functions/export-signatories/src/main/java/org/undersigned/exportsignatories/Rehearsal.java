package org.undersigned.exportsignatories;

import java.util.Map;
import java.util.Optional;
import org.undersigned.admin.AdminRehearsal;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Aws;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Published;
import org.undersigned.tables.Signatures;

/** Exports what a statement that nobody has does not hold, before the snapshot. */
final class Rehearsal {
    private Rehearsal() {}

    static void run() throws Exception {
        AdminRehearsal.run(ExportSignatoriesHandler::new, "GET", Map.of(), "text/csv", "");
        try (var client = Aws.dynamoDb()) {
            var asked = new ExportSignatories.Asked(Optional.empty(), Optional.empty(), 1, "csv");
            new ExportSignatories(Published.fromEnv(client), Signatures.fromEnv(client), Audit.fromEnv(client))
                    .listed(Statement.rehearsal(), asked)
                    .ifPresent(page -> Csv.of(Row.PUBLIC, page.rows()));
        }
    }
}
