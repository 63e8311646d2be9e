package org.undersigned.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the local run was asked for. */
public record Options(int port, Optional<Path> data, boolean sample) {
    static final String USAGE =
            "Usage: ./run-local [--port 8080] [--data DIR] [--no-sample]   (port 0 takes a free one)";
    private static final int DEFAULT_PORT = 8080;

    /** Throws {@link IllegalArgumentException} that says what to give instead. */
    public static Options parse(List<String> arguments) {
        int port = DEFAULT_PORT;
        Optional<Path> data = Optional.empty();
        boolean sample = true;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--port" -> port = port(value(option, rest));
                case "--data" -> data = Optional.of(Path.of(value(option, rest)));
                case "--no-sample" -> sample = false;
                default -> throw new IllegalArgumentException("There is no option " + option + ". " + USAGE);
            }
        }
        return new Options(port, data, sample);
    }

    private static String value(String option, Iterator<String> rest) {
        if (rest.hasNext()) return rest.next();
        throw new IllegalArgumentException(option + " needs a value. " + USAGE);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) return port;
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException("--port takes a number from 0 to 65535, not " + text + ".");
    }
}
