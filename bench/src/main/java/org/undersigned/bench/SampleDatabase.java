package org.undersigned.bench;

import org.undersigned.local.Project;
import org.undersigned.local.Sample;

/** DynamoDB Local with the template's tables and the sample, until it is stopped: for functions that are started alone. */
public final class SampleDatabase {
    private SampleDatabase() {}

    /** Prints where it listens, as the variable that the AWS SDK reads. */
    public static void main(String[] arguments) throws Exception {
        try (var tables = Tables.create()) {
            new Sample(Project.root().resolve("sample/hong-kong-safe-harbour"))
                    .load(tables.client(), tables.names(), Tables.CLOCK);
            System.out.println("AWS_ENDPOINT_URL_DYNAMODB=" + tables.endpoint());
            Thread.currentThread().join();
        }
    }
}
