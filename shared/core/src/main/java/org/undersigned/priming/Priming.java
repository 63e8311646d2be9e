package org.undersigned.priming;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Failure;
import org.undersigned.lambda.LambdaEnv;
import org.undersigned.lambda.Metrics;
import org.undersigned.lambda.Variables;

/**
 * Runs a function before Lambda takes its snapshot (SnapStart, runtime hooks), so that the first call after a restore
 * finds all code loaded and compiled. A primed function finds what {@link PrimingTables} has for it and leaves no trace.
 */
public final class Priming {
    private static final int CALLS = 40;

    /** The stack, so that what is primed is in no metric, and the secret that no primed request has. */
    private static final Set<String> HIDDEN = Set.of(Metrics.STACK, "ORIGIN_SECRET");

    /** The runtime holds its resources weakly. */
    private static final List<Resource> HELD = new ArrayList<>();

    private Priming() {}

    /** Has this run before the snapshot, with clients that are closed afterwards: an open connection would be dead. */
    public static void beforeSnapshot(Step step) {
        beforeSnapshot(() -> {
            try (Env env = new LambdaEnv(Priming::variable, new PrimingTables())) {
                step.run(env);
            }
        });
    }

    /** The function's variables but for those. */
    private static Optional<String> variable(String name) {
        return HIDDEN.contains(name) ? Optional.empty() : Variables.system().optional(name);
    }

    /** The same of a function that has no clients. */
    public static void beforeSnapshot(Task task) {
        var resource = new BeforeSnapshot(task);
        HELD.add(resource);
        Core.getGlobalContext().register(resource);
    }

    /** Runs all steps, as the runtime does before the snapshot; for tests. */
    public static void run() throws Exception {
        for (Resource resource : HELD) resource.beforeCheckpoint(Core.getGlobalContext());
    }

    /** Calls a handler so often that its code is compiled, too. */
    public static void call(RequestStreamHandler handler, String event) throws Exception {
        byte[] input = event.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < CALLS; i++)
            handler.handleRequest(new ByteArrayInputStream(input), new ByteArrayOutputStream(), new PrimingContext());
    }

    /** What a function does to warm up. */
    @FunctionalInterface
    public interface Step {
        void run(Env env) throws Exception;
    }

    /** What a function without clients does to warm up. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }

    private record BeforeSnapshot(Task task) implements Resource {
        @Override
        public void beforeCheckpoint(Context<? extends Resource> context) {
            try {
                task.run();
            } catch (Exception e) {
                // A cold path is slower, not wrong: the snapshot is taken all the same.
                System.err.println("Priming failed: " + Failure.describe(e));
            }
        }

        @Override
        public void afterRestore(Context<? extends Resource> context) {
            // Connections are opened by the first call.
        }
    }
}
