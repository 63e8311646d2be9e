package org.undersigned.bench;

import java.util.Optional;
import org.undersigned.admin.OwnIssuer;
import org.undersigned.admin.Role;
import org.undersigned.importsignatories.ImportSignatoriesHandler;
import org.undersigned.local.Project;
import org.undersigned.local.Sample;
import org.undersigned.managestatement.ManageStatementHandler;

/** DynamoDB Local with the template's tables and the sample, until it is stopped: for functions that are started alone. */
public final class SampleDatabase {
    private SampleDatabase() {}

    /** Prints where it listens, as the variable that the AWS SDK reads. */
    public static void main(String[] arguments) throws Exception {
        try (var tables = Tables.create()) {
            var issuer = OwnIssuer.create("https://bench.example", Tables.CLOCK);
            new Sample(Project.root().resolve("sample/hong-kong-safe-harbour"))
                    .load(
                            new ManageStatementHandler(tables.env(), issuer.identity()),
                            new ImportSignatoriesHandler(tables.env(), issuer.identity()),
                            issuer.token("bench", Role.ADMINISTRATOR, Optional.empty()));
            System.out.println("AWS_ENDPOINT_URL_DYNAMODB=" + tables.endpoint());
            Thread.currentThread().join();
        }
    }
}
