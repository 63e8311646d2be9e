package org.undersigned.words;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** CLDR's plural rules for whole numbers: each category but {@code other} with its condition on {@code n}, as Java. */
final class PluralRules {
    private static final String ONE = "one: n == 1";
    private static final String ZERO_OR_ONE = "one: n == 0 || n == 1";
    private static final String MILLIONS = "; many: n != 0 && n % 1_000_000 == 0";
    private static final String EAST_SLAVIC = "one: n % 10 == 1 && n % 100 != 11;"
            + " few: n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14); many: true";
    private static final String SOUTH_SLAVIC =
            "one: n % 10 == 1 && n % 100 != 11;" + " few: n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14)";
    private static final String CZECH = "one: n == 1; few: n >= 2 && n <= 4";

    private static final Map<String, String> RULES = new TreeMap<>(Map.ofEntries(
            entry(
                    "ar",
                    "zero: n == 0; one: n == 1; two: n == 2; few: n % 100 >= 3 && n % 100 <= 10; many: n % 100 >= 11"),
            entry("bg", ONE),
            entry("bn", ZERO_OR_ONE),
            entry("bo", ""),
            entry("bs", SOUTH_SLAVIC),
            entry("ca", ONE + MILLIONS),
            entry("cs", CZECH),
            entry("da", ONE),
            entry("de", ONE),
            entry("el", ONE),
            entry("en", ONE),
            entry("es", ONE + MILLIONS),
            entry("et", ONE),
            entry("eu", ONE),
            entry("fa", ZERO_OR_ONE),
            entry("fi", ONE),
            entry("fr", ZERO_OR_ONE + MILLIONS),
            entry("he", "one: n == 1; two: n == 2"),
            entry("hi", ZERO_OR_ONE),
            entry("hr", SOUTH_SLAVIC),
            entry("hu", ONE),
            entry("id", ""),
            entry("it", ONE + MILLIONS),
            entry("ja", ""),
            entry("ko", ""),
            entry(
                    "lt",
                    "one: n % 10 == 1 && (n % 100 < 11 || n % 100 > 19);"
                            + " few: n % 10 >= 2 && (n % 100 < 11 || n % 100 > 19)"),
            entry("ms", ""),
            entry("nb", ONE),
            entry("nl", ONE),
            entry("pl", "one: n == 1; few: n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14); many: true"),
            entry("pt", ZERO_OR_ONE + MILLIONS),
            entry("ro", "one: n == 1; few: n == 0 || n % 100 >= 1 && n % 100 <= 19"),
            entry("ru", EAST_SLAVIC),
            entry("sk", CZECH),
            entry("sl", "one: n % 100 == 1; two: n % 100 == 2; few: n % 100 == 3 || n % 100 == 4"),
            entry("sr", SOUTH_SLAVIC),
            entry("sv", ONE),
            entry("sw", ONE),
            entry("th", ""),
            entry("tr", ONE),
            entry("uk", EAST_SLAVIC),
            entry("ur", ONE),
            entry("vi", ""),
            entry("zh", "")));

    private PluralRules() {}

    /** The categories of a language before {@code other}, in the order in which they are tried. */
    static Optional<Map<String, String>> of(String tag) {
        return Optional.ofNullable(RULES.get(tag.split("-")[0])).map(PluralRules::conditions);
    }

    static Iterable<String> languages() {
        return RULES.keySet();
    }

    /** Some languages have a form for millions, which a message that never counts so many can go without. */
    static boolean isForMillions(String condition) {
        return MILLIONS.endsWith(condition);
    }

    private static Map<String, String> conditions(String rules) {
        var conditions = new LinkedHashMap<String, String>();
        for (var rule : rules.split("; ?")) {
            var parts = rule.split(": ");
            if (parts.length == 2) conditions.put(parts[0], parts[1]);
        }
        return conditions;
    }
}
