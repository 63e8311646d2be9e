package org.undersigned.wording;

import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** A language of our pages and emails, by its BCP 47 tag. */
public enum Language {
    ENGLISH("en"),
    FRENCH("fr"),
    TRADITIONAL_CHINESE("zh-Hant");

    private static final int LONGEST_SENSIBLE_HEADER = 1_000;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language with exactly this tag, in whichever case. */
    public static Optional<Language> of(String tag) {
        for (var language : values()) {
            if (language.tag.equalsIgnoreCase(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The best of our languages for an Accept-Language header (RFC 9110), English when it names none or makes no sense. */
    public static Language preferred(String acceptLanguageHeader) {
        for (var range : ranges(acceptLanguageHeader)) {
            var language = primary(range.getRange());
            if (range.getWeight() > 0 && language.isPresent()) {
                return language.get();
            }
        }
        return ENGLISH;
    }

    private static List<LanguageRange> ranges(String header) {
        if (header.isBlank() || header.length() > LONGEST_SENSIBLE_HEADER) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    // All Chinese goes to the one we have: browsers set to a kind of Chinese ask for plain "zh" next anyway.
    private static Optional<Language> primary(String range) {
        int end = range.indexOf('-');
        var primary = end < 0 ? range : range.substring(0, end);
        return primary.equals("zh") ? Optional.of(TRADITIONAL_CHINESE) : of(primary);
    }

    public String tag() {
        return tag;
    }

    /** Its texts, loaded only for the language that is used. */
    public Messages messages() {
        return switch (this) {
            case ENGLISH -> English.MESSAGES;
            case FRENCH -> French.MESSAGES;
            case TRADITIONAL_CHINESE -> TraditionalChinese.MESSAGES;
        };
    }
}
