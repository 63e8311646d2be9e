package org.undersigned.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Json;

/** Every night: compares the tallies with the public index, mends them, and reports how far they had drifted. */
public final class ReconcileHandler implements RequestStreamHandler {
    private final Reconcile reconcile;

    public ReconcileHandler() {
        this(Env.system());
    }

    public ReconcileHandler(Env env) {
        reconcile = new Reconcile(env);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream out, Context context) throws IOException {
        Reconcile.Report report = reconcile.run();
        System.out.println(Json.text(metric(report)));
        Json.write(
                Map.of("drift", report.drift(), "repaired", report.repaired(), "unsettled", report.unsettled()), out);
    }

    /** CloudWatch's embedded metric format: a line of the log that becomes metrics, without a call. */
    private static Map<String, Object> metric(Reconcile.Report report) {
        return Map.of(
                "_aws",
                Map.of(
                        "Timestamp",
                        report.at().toEpochMilli(),
                        "CloudWatchMetrics",
                        List.of(Map.of(
                                "Namespace",
                                "Undersigned",
                                "Dimensions",
                                List.of(List.of()),
                                "Metrics",
                                List.of(
                                        Map.of("Name", "TallyDrift", "Unit", "Count"),
                                        Map.of("Name", "UnsettledTallies", "Unit", "Count"))))),
                "TallyDrift",
                report.drift(),
                "UnsettledTallies",
                report.unsettled());
    }
}
