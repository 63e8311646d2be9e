package org.undersigned.sealaudit;

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
import org.undersigned.tables.Audit;
import org.undersigned.tables.Statements;

/** Every hour: seals the audits of all statements. */
public final class SealAuditHandler implements RequestStreamHandler {
    private static final int MOST = 50_000;

    private final Statements statements;
    private final SealAudit sealAudit;

    public SealAuditHandler() {
        this(Env.system());
    }

    public SealAuditHandler(Env env) {
        statements = new Statements(env);
        sealAudit = new SealAudit(new Audit(env), env.clock(), MOST);
    }

    /** Throws when an audit could not be sealed, after it has tried all others; Lambda then calls again. */
    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        int seals = 0;
        int failed = 0;
        for (Statement statement : (Iterable<Statement>) statements.all()::iterator) {
            try {
                seals += sealAudit.seal(statement.id(), context.getAwsRequestId());
            } catch (RuntimeException e) {
                failed++;
                context.getLogger()
                        .log(
                                "The audit of " + statement.id() + " could not be sealed: " + Failure.describe(e),
                                LogLevel.ERROR);
            }
        }
        if (failed > 0) throw new IllegalStateException(failed + " audits could not be sealed");
        Json.write(Map.of("seals", seals), out);
    }
}
