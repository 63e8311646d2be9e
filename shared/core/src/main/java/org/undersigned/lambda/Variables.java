package org.undersigned.lambda;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The variables of a function; everything that is wrong with one is said by its name. */
@FunctionalInterface
public interface Variables {

    /** Empty when it is missing or blank. */
    Optional<String> optional(String name);

    /** Those of the function that runs in this process: the only reader of the environment. */
    static Variables system() {
        return name -> Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /** Throws {@link IllegalStateException} naming the variable when it is missing or blank. */
    default String required(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("The environment variable " + name + " is not set"));
    }

    /** A whole number of one or more; throws {@link IllegalStateException} naming the variable otherwise. */
    default int number(String name) {
        String value = required(name);
        try {
            int number = Integer.parseInt(value);
            if (number > 0) return number;
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw invalid(name, "a whole number above 0", value);
    }

    /** A duration of ISO 8601 above zero, such as {@code PT10M}; throws {@link IllegalStateException} otherwise. */
    default Duration duration(String name) {
        String value = required(name);
        try {
            Duration duration = Duration.parse(value);
            if (duration.isPositive()) return duration;
        } catch (DateTimeParseException e) {
            // Said below, as for a duration out of range.
        }
        throw invalid(name, "a duration such as PT10M", value);
    }

    /** Throws {@link IllegalStateException} naming the variable when it is neither {@code true} nor {@code false}. */
    default boolean truth(String name) {
        return switch (required(name)) {
            case "true" -> true;
            case "false" -> false;
            case String value -> throw invalid(name, "true or false", value);
        };
    }

    private static IllegalStateException invalid(String name, String form, String value) {
        return new IllegalStateException("The environment variable " + name + " must be " + form + ", not " + value);
    }
}
