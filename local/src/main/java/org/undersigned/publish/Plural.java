package org.undersigned.publish;

import java.util.Locale;

/** CLDR's plural categories of whole numbers, in the languages of {@code web/words}. */
final class Plural {
    private static final long MILLION = 1_000_000;

    private Plural() {}

    static String of(String language, long n) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "ar" -> arabic(n);
            case "zh" -> "other";
            case "fr" -> n <= 1 ? "one" : millions(n);
            case "es" -> n == 1 ? "one" : millions(n);
            default -> n == 1 ? "one" : "other";
        };
    }

    private static String millions(long n) {
        return n != 0 && n % MILLION == 0 ? "many" : "other";
    }

    private static String arabic(long n) {
        if (n <= 2) return n == 0 ? "zero" : n == 1 ? "one" : "two";
        long end = n % 100;
        if (end >= 3 && end <= 10) return "few";
        return end >= 11 ? "many" : "other";
    }
}
