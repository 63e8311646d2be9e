package org.undersigned.announcewaiting;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.undersigned.domain.Statement;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.Json;
import org.undersigned.tables.Statements;

/** Every day: tells of each statement what waits for its moderators. */
public final class AnnounceWaitingHandler implements RequestStreamHandler {
    private final Statements statements;
    private final AnnounceWaiting announceWaiting;

    public AnnounceWaitingHandler() {
        this(Env.system());
    }

    public AnnounceWaitingHandler(Env env) {
        statements = new Statements(env);
        announceWaiting = new AnnounceWaiting(env);
    }

    /** Throws when a statement's could not be told, after it has tried all others; Lambda then calls again. */
    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        int told = 0;
        int failed = 0;
        for (Statement statement : (Iterable<Statement>) statements.all()::iterator) {
            try {
                if (announceWaiting.announce(statement)) told++;
            } catch (RuntimeException e) {
                failed++;
                context.getLogger()
                        .log(
                                "What waits under " + statement.id() + " could not be told: " + Failure.describe(e),
                                LogLevel.ERROR);
            }
        }
        if (failed > 0) throw new IllegalStateException("what waits under " + failed + " statements could not be told");
        Json.write(Map.of("told", told), out);
    }
}
