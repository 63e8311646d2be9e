package org.undersigned.lambda;

/** The only reader of the environment; the rest of the code is handed values. */
public final class Env {
    private Env() {}

    /** Throws {@link IllegalStateException} naming the variable when it is missing or empty. */
    public static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank())
            throw new IllegalStateException("The environment variable " + name + " is not set");
        return value;
    }

    /** A whole number of one or more; throws {@link IllegalStateException} naming the variable otherwise. */
    public static int requiredNumber(String name) {
        String value = required(name);
        try {
            int number = Integer.parseInt(value);
            if (number > 0) return number;
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new IllegalStateException(
                "The environment variable " + name + " must be a whole number above 0, not " + value);
    }
}
