package org.undersigned.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.undersigned.admin.Act;
import org.undersigned.domain.Statement;
import org.undersigned.importsignatories.ImportSignatories;
import org.undersigned.lambda.Json;
import org.undersigned.managestatement.PutStatement;
import org.undersigned.tables.Audit;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A statement with its signatories in a folder: {@code statement.json} and {@code signatories.csv}; its name is the id. */
public record Sample(Path folder) {

    /** Loads what is not there yet; throws {@link IllegalStateException} naming what is wrong with the files. */
    public void load(DynamoDbClient client, Functions.Names names, Clock clock) throws IOException {
        var statements = new Statements(client, names.statements(), clock);
        var signatures = new Signatures(client, names.signatures());
        var tallies = new Tallies(client, names.tallies(), clock);
        var audit = new Audit(client, names.audit());
        Statement statement = statement(new PutStatement(statements, tallies, audit), statements, act(clock));
        var result = new ImportSignatories(signatures, tallies, audit, new SecureRandom())
                .run(statement, "sample", Files.readString(folder.resolve("signatories.csv")), act(clock));
        if (!(result instanceof ImportSignatories.Report report)
                || !report.rejected().isEmpty())
            throw new IllegalStateException("the sample's signatories are refused: " + result);
    }

    private static Act act(Clock clock) {
        return new Act(
                "sample", "administrator", clock.instant(), UUID.randomUUID().toString());
    }

    private Statement statement(PutStatement putStatement, Statements statements, Act act) throws IOException {
        String id = folder.getFileName().toString();
        Optional<Statement> known = statements.read(id);
        if (known.isPresent()) return known.get();
        var json = Json.object(Files.readString(folder.resolve("statement.json")));
        return switch (putStatement.put(id, json, Optional.empty(), act)) {
            case PutStatement.Result.Stored(Statement stored) -> stored;
            case PutStatement.Result.Invalid(var errors) ->
                throw new IllegalStateException("the sample's definition is refused: " + errors);
            case PutStatement.Result.Stale(), PutStatement.Result.InUse(_) ->
                throw new IllegalStateException("the sample is being loaded already");
        };
    }
}
