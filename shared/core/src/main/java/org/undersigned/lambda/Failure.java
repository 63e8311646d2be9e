package org.undersigned.lambda;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A failure as it may be logged: types and places, no messages, since those can hold what a signer wrote. */
public final class Failure {
    private static final int FRAMES = 8;

    private Failure() {}

    public static String describe(Throwable failure) {
        var text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : "; caused by ")
                    .append(t.getClass().getName())
                    .append(" at ")
                    .append(Arrays.stream(t.getStackTrace())
                            .limit(FRAMES)
                            .map(StackTraceElement::toString)
                            .collect(Collectors.joining(" < ")));
        }
        return text.toString();
    }
}
