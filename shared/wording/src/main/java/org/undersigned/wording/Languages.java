package org.undersigned.wording;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.Set;

/** Finds the language of ours for what a reader or a statement asks for (RFC 4647 lookup). */
public final class Languages {
    private static final int LONGEST_SENSIBLE_HEADER = 1_000;
    private static final Set<String> TRADITIONAL_CHINESE_REGIONS = Set.of("tw", "hk", "mo");

    private Languages() {}

    /** The language for a tag: French for fr-CA, traditional Chinese for zh-TW. */
    public static Optional<Language> of(String tag) {
        var range = tag.toLowerCase(Locale.ROOT);
        if (range.equals("zh") || range.startsWith("zh-")) {
            return exact(isTraditional(range) ? "zh-hant" : "zh-hans");
        }
        for (int end = range.length(); end > 0; end = range.lastIndexOf('-', end - 1)) {
            var language = exact(range.substring(0, end));
            if (language.isPresent()) return language;
        }
        return Optional.empty();
    }

    /** The best of our languages for an Accept-Language header (RFC 9110), English when it names none or makes no sense. */
    public static Language preferred(String acceptLanguageHeader) {
        for (var range : ranges(acceptLanguageHeader)) {
            var language = of(range.getRange());
            if (range.getWeight() > 0 && language.isPresent()) {
                return language.get();
            }
        }
        return Language.EN;
    }

    private static Optional<Language> exact(String tag) {
        for (var language : Language.values()) {
            if (language.tag().equalsIgnoreCase(tag)) return Optional.of(language);
        }
        return Optional.empty();
    }

    /** By its script, or else by the region, as CLDR's likely subtags have it. */
    private static boolean isTraditional(String tag) {
        var subtags = List.of(tag.split("-"));
        return subtags.contains("hant")
                || !subtags.contains("hans") && subtags.stream().anyMatch(TRADITIONAL_CHINESE_REGIONS::contains);
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
}
