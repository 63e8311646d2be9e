package org.undersigned.text;

import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags (BCP 47), which are compared without case. */
public final class LanguageTag {
    /** In characters; real ones are much shorter (RFC 5646, 4.4.1). */
    private static final int MAX_LENGTH = 35;

    private LanguageTag() {}

    /** Whether it names a language in well-formed spelling; private use and grandfathered tags do not. */
    public static boolean isValid(String tag) {
        if (tag.length() > MAX_LENGTH) return false;
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** The best of those that there are for a wished one: RFC 4647's lookup, by the script where that is Chinese. */
    public static Optional<String> lookUp(String wished, Collection<String> there) {
        Optional<String> exact =
                there.stream().filter(tag -> tag.equalsIgnoreCase(wished)).findFirst();
        return exact.or(() -> chineseScript(wished)
                        .flatMap(script -> there.stream()
                                .filter(tag -> chineseScript(tag).equals(Optional.of(script)))
                                .findFirst()))
                .or(() -> shortened(wished, there));
    }

    private static Optional<String> shortened(String wished, Collection<String> there) {
        String range = wished;
        while (!range.isEmpty()) {
            for (String tag : there) if (tag.equalsIgnoreCase(range)) return Optional.of(tag);
            int end = range.lastIndexOf('-');
            // A single letter or digit begins an extension, and goes with it.
            if (end > 1 && range.charAt(end - 2) == '-') end -= 2;
            range = end < 0 ? "" : range.substring(0, end);
        }
        return Optional.empty();
    }

    /** The script that the tag names, or that its region writes. */
    private static Optional<String> chineseScript(String tag) {
        String[] parts = tag.toLowerCase(Locale.ROOT).split("-", -1);
        if (!parts[0].equals("zh")) return Optional.empty();
        for (String part : parts)
            switch (part) {
                case "hant", "tw", "hk", "mo" -> {
                    return Optional.of("hant");
                }
                case "hans", "cn", "sg", "my" -> {
                    return Optional.of("hans");
                }
                default -> {}
            }
        return Optional.empty();
    }
}
