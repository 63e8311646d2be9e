package org.undersigned.publish;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A language as {@code og:locale} takes it, {@code language_TERRITORY} (The Open Graph protocol, Optional Metadata). */
final class SharedLocale {
    /** Where the tag names no territory: the locale that messengers know the language, or its script, by. */
    private static final Map<String, String> USUAL = Map.of(
            "ar", "ar_AR",
            "de", "de_DE",
            "en", "en_US",
            "es", "es_ES",
            "fr", "fr_FR",
            "it", "it_IT",
            "nl", "nl_NL",
            "zh-Hans", "zh_CN",
            "zh-Hant", "zh_TW");

    private SharedLocale() {}

    /** Empty where no territory is known: a wrong locale is worse than none. */
    static Optional<String> of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (!locale.getCountry().isEmpty()) return Optional.of(locale.getLanguage() + "_" + locale.getCountry());
        return Optional.ofNullable(USUAL.get(locale.toLanguageTag()));
    }
}
