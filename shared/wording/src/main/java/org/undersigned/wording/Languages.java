package org.undersigned.wording;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** The best of our languages for an Accept-Language header (RFC 9110), English when it names none; what makes no sense is passed over. */
    public static Language preferred(String acceptLanguageHeader) {
        return ranges(acceptLanguageHeader)
                .flatMap(range -> of(range.getRange()).stream())
                .findFirst()
                .orElse(Language.EN);
    }

    private static Optional<Language> exact(String tag) {
        for (var language : Language.values()) {
            if (language.tag().equalsIgnoreCase(tag)) return Optional.of(language);
        }
        return Optional.empty();
    }

    /** By its script, or else by the region, as CLDR's likely subtags have it; extensions say nothing of either. */
    private static boolean isTraditional(String tag) {
        var subtags = List.of(tag.split("-.(-|$)", 2)[0].split("-"));
        return subtags.contains("hant")
                || !subtags.contains("hans") && subtags.stream().anyMatch(TRADITIONAL_CHINESE_REGIONS::contains);
    }

    private static Stream<LanguageRange> ranges(String header) {
        if (header.length() > LONGEST_SENSIBLE_HEADER) return Stream.empty();
        return Stream.of(header.split(","))
                .flatMap(Languages::read)
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparing(LanguageRange::getWeight).reversed());
    }

    /** With what else it stands for; nothing where it makes no sense, and the rest of the header may. */
    private static Stream<LanguageRange> read(String range) {
        try {
            return LanguageRange.parse(range.strip()).stream();
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }
}
