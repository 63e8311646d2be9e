package org.undersigned.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/** Rehearses a function before Lambda takes its snapshot, so that the first call after a restore finds all code loaded. */
public final class SnapStart {
    private static final int CALLS = 40;

    /** The runtime holds its resources weakly. */
    private static final List<Resource> HELD = new ArrayList<>();

    private SnapStart() {}

    /**
     * Has this run before the snapshot. It shall work on objects of its own and close their clients: a connection that
     * is left open would be dead after the restore.
     */
    public static void rehearse(Rehearsal rehearsal) {
        var resource = new BeforeSnapshot(rehearsal);
        HELD.add(resource);
        Core.getGlobalContext().register(resource);
    }

    /** Runs all rehearsals, as the runtime does before the snapshot; for tests. */
    public static void beforeSnapshot() throws Exception {
        for (Resource resource : HELD) resource.beforeCheckpoint(Core.getGlobalContext());
    }

    /** Calls a handler so often that its code is compiled, too. */
    public static void call(RequestStreamHandler handler, String event) throws Exception {
        byte[] input = event.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i < CALLS; i++)
            handler.handleRequest(
                    new java.io.ByteArrayInputStream(input),
                    new java.io.ByteArrayOutputStream(),
                    new RehearsalContext());
    }

    /** What a function does to warm up. */
    @FunctionalInterface
    public interface Rehearsal {
        void run() throws Exception;
    }

    private record BeforeSnapshot(Rehearsal rehearsal) implements Resource {
        @Override
        public void beforeCheckpoint(Context<? extends Resource> context) {
            try {
                rehearsal.run();
            } catch (Exception e) {
                // A cold path is slower, not wrong: the snapshot is taken all the same.
                System.err.println("The rehearsal failed: " + Failure.describe(e));
            }
        }

        @Override
        public void afterRestore(Context<? extends Resource> context) {
            // Connections are opened by the first call.
        }
    }
}
