package org.undersigned.retain;

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

/** Every hour: erases what need not be kept any more, of all statements. */
public final class RetainHandler implements RequestStreamHandler {
    /** Signatures a run, so that it ends before Lambda ends it; the next run goes on. */
    private static final int MOST = 10_000;

    private final Statements statements;
    private final Retain retain;
    private final DropBlocks dropBlocks;
    private final int most;

    public RetainHandler() {
        this(Env.system());
    }

    public RetainHandler(Env env) {
        this(env, MOST);
    }

    /** {@code most} is how many signatures a run handles. */
    public RetainHandler(Env env, int most) {
        statements = new Statements(env);
        retain = new Retain(env);
        dropBlocks = new DropBlocks(env);
        this.most = most;
    }

    /** Throws when it failed with a statement, after it has tried all others; Lambda then calls again. */
    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        int handled = 0;
        int failed = 0;
        for (Statement statement : (Iterable<Statement>) statements.all()::iterator) {
            try {
                handled += retain.retain(statement, most - handled, context.getAwsRequestId())
                        .handled();
                dropBlocks.drop(statement, context.getAwsRequestId());
            } catch (RuntimeException e) {
                failed++;
                context.getLogger()
                        .log(
                                "What " + statement.id() + " need not keep could not all be erased: "
                                        + Failure.describe(e),
                                LogLevel.ERROR);
            }
        }
        if (failed > 0) throw new IllegalStateException("of " + failed + " statements not all could be erased");
        Json.write(Map.of("handled", handled), out);
    }
}
