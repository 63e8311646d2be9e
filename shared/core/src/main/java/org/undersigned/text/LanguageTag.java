package org.undersigned.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Language tags (BCP 47), which are compared without case. */
public final class LanguageTag {
    /** In characters; real ones are much shorter (RFC 5646, 4.4.1). */
    private static final int MAX_LENGTH = 35;

    /** The scripts of modern languages that run so (Unicode Script Metadata). */
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa", "Yezi");

    /** The languages that CLDR's likely subtags give one of these scripts. */
    private static final Set<String> RIGHT_TO_LEFT = Set.of(
            "ar", "arc", "arq", "ary", "arz", "bal", "ckb", "dv", "fa", "glk", "he", "khw", "ks", "lrc", "luz", "mzn",
            "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi");

    private LanguageTag() {}

    /**
     * Whether it names a language in well-formed spelling, as browsers take it too: neither a private-use nor a
     * grandfathered tag, and no extended language, which has a tag of its own (RFC 5646, 4.5).
     */
    public static boolean isValid(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        return tag.length() <= MAX_LENGTH
                && Form.TAG.matcher(tag).matches()
                && !Form.REPEATED.matcher(lower.split("-x-", 2)[0]).find()
                && !Form.GRANDFATHERED.contains(lower);
    }

    /** In lower case, and of a language with two codes the one that stands (IANA's registry): what is compared. */
    public static String canonical(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        int end = lower.indexOf('-');
        String language = end < 0 ? lower : lower.substring(0, end);
        String standing = switch (language) {
            case "iw" -> "he";
            case "in" -> "id";
            case "ji" -> "yi";
            case "jw" -> "jv";
            case "mo" -> "ro";
            default -> language;
        };
        return standing + lower.substring(language.length());
    }

    /** Whether it is written from right to left: by the script that it names, else by the language's usual one. */
    public static boolean isRightToLeft(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    }

    /** The best of those that there are for a wished one: RFC 4647's lookup, by the script where that is Chinese. */
    public static Optional<String> lookUp(String tag, Collection<String> there) {
        String wished = canonical(tag);
        Optional<String> exact =
                there.stream().filter(one -> canonical(one).equals(wished)).findFirst();
        return exact.or(() -> chineseScript(wished)
                        .flatMap(script -> there.stream()
                                .filter(one -> chineseScript(one).equals(Optional.of(script)))
                                .findFirst()))
                .or(() -> shortened(wished, there));
    }

    private static Optional<String> shortened(String wished, Collection<String> there) {
        String range = wished;
        while (!range.isEmpty()) {
            for (String tag : there) if (canonical(tag).equals(range)) return Optional.of(tag);
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

    /** Made once a definition is checked. */
    private static final class Form {
        /** Language, script, region, variants, extensions, private use (RFC 5646, 2.1). */
        private static final Pattern TAG = Pattern.compile(
                "(?:[a-z]{2,3}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\\d{3}))?(?:-(?:[a-z0-9]{5,8}|\\d[a-z0-9]{3}))*"
                        + "(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
                Pattern.CASE_INSENSITIVE);

        /** A variant or an extension that stands twice (RFC 5646, 2.2.9). */
        private static final Pattern REPEATED =
                Pattern.compile("-(\\d[a-z0-9]{3}|[a-z0-9]{5,8}|[a-z0-9])(?=-).*?-\\1(?=-|$)");

        /** Those of the registry that have this form. */
        private static final Set<String> GRANDFATHERED =
                Set.of("art-lojban", "cel-gaulish", "zh-guoyu", "zh-hakka", "zh-xiang");
    }
}
