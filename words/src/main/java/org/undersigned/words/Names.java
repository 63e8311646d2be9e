package org.undersigned.words;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.words.Message.Type;

/** What things are called in the Java that is written. */
final class Names {
    private Names() {}

    /** {@code ZhHant} for {@code zh-Hant}. */
    static String className(String tag) {
        return capitalised(tag);
    }

    /** {@code nothingSigned} for {@code nothing-signed}. */
    static String method(String key) {
        var name = capitalised(key);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static String type(String name, Type type) {
        return switch (type) {
            case TEXT -> "String";
            case NUMBER, PLURAL -> "int";
            case DATE -> "LocalDate";
            case SELECT -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
        };
    }

    private static String capitalised(String name) {
        return Stream.of(name.split("-"))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }
}
