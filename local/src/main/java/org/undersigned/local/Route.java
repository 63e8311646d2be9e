package org.undersigned.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A path of the template, such as {@code /statements/{statement}}; {@code {token+}} at its end takes all that follows. */
record Route(String template, String[] segments) {
    static Route of(String template) {
        return new Route(template, template.split("/", -1));
    }

    /** The decoded parameters of a raw path that fits. */
    Optional<Map<String, String>> match(String rawPath) {
        String[] given = rawPath.split("/", isGreedy() ? segments.length : -1);
        if (given.length != segments.length) return Optional.empty();
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < given.length; i++) {
            String segment = segments[i];
            if (segment.startsWith("{")) {
                if (given[i].isEmpty()) return Optional.empty();
                parameters.put(segment.replaceAll("[{}+]", ""), decode(given[i]));
            } else if (!segment.equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private boolean isGreedy() {
        return segments[segments.length - 1].endsWith("+}");
    }

    /** A plus sign in a path is a plus sign. */
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
