package org.undersigned.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;
import org.undersigned.lambda.Metrics;

/** Every night: compares the tallies with the public index, mends them, and reports how far they had drifted. */
public final class ReconcileHandler implements RequestStreamHandler {
    private final Reconcile reconcile;
    private final Metrics metrics;

    public ReconcileHandler() {
        this(Env.system());
    }

    public ReconcileHandler(Env env) {
        reconcile = new Reconcile(env);
        metrics = env.metrics();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        Reconcile.Report report = reconcile.run();
        metrics.count(Map.of("TallyDrift", report.drift(), "UnsettledTallies", report.unsettled()));
        Json.write(
                Map.of("drift", report.drift(), "repaired", report.repaired(), "unsettled", report.unsettled()), out);
    }
}
