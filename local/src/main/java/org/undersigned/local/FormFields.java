package org.undersigned.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of a query or of a form, {@code application/x-www-form-urlencoded}; what is left out is empty. */
record FormFields(Map<String, String> values) {
    FormFields {
        values = Map.copyOf(values);
    }

    /** Throws {@link IllegalArgumentException} where it cannot be read, or names a field twice (RFC 6749, 3.1). */
    static FormFields parse(byte[] bytes) {
        Map<String, String> values = new HashMap<>();
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (values.put(name, value) != null) throw new IllegalArgumentException(name + " stands there twice.");
        }
        return new FormFields(values);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
