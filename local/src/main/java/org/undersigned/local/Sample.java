package org.undersigned.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.undersigned.admin.ImportSignatories;
import org.undersigned.admin.PutStatement;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;

/** A statement with its signatories in a folder: {@code statement.json} and {@code signatories.csv}; its name is the id. */
public record Sample(Path folder) {

    /** Loads what is not there yet; throws {@link IllegalStateException} naming what is wrong with the files. */
    public void load(Statements statements, Signatures signatures, Clock clock) throws IOException {
        Statement statement = statement(new PutStatement(statements), statements);
        var report = new ImportSignatories(signatures, clock, new SecureRandom())
                .run(statement, "sample", Files.readString(folder.resolve("signatories.csv")));
        if (!report.rejected().isEmpty())
            throw new IllegalStateException("the sample's signatories are refused: " + report.rejected());
    }

    private Statement statement(PutStatement putStatement, Statements statements) throws IOException {
        String id = folder.getFileName().toString();
        Optional<Statement> known = statements.read(id);
        if (known.isPresent()) return known.get();
        var json = Json.object(Files.readString(folder.resolve("statement.json")));
        return switch (putStatement.put(id, json, Optional.empty())) {
            case PutStatement.Result.Stored(Statement stored) -> stored;
            case PutStatement.Result.Invalid(var errors) ->
                throw new IllegalStateException("the sample's definition is refused: " + errors);
            case PutStatement.Result.Stale() -> throw new IllegalStateException("the sample is being loaded already");
        };
    }
}
