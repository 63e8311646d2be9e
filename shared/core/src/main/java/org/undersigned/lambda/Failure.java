package org.undersigned.lambda;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A failure as it may be logged: types and places, no messages, since those can hold what a signer wrote. */
public final class Failure {
    private static final int FRAMES = 6;
    private static final String OURS = "org.undersigned.";

    private Failure() {}

    public static String describe(Throwable failure) {
        var text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : "; caused by ")
                    .append(t.getClass().getName())
                    .append(" at ")
                    .append(places(t.getStackTrace()));
        }
        return text.toString();
    }

    /** Where it was thrown, and through which places of ours it came. */
    private static String places(StackTraceElement[] trace) {
        return IntStream.range(0, trace.length)
                .filter(i -> i == 0 || trace[i].getClassName().startsWith(OURS))
                .limit(FRAMES)
                .mapToObj(i -> trace[i].toString())
                .collect(Collectors.joining(" < "));
    }
}
