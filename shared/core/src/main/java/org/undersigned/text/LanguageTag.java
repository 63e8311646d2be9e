package org.undersigned.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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

    /** Where they are written otherwise than elsewhere (CLDR's likely subtags). */
    private static final Set<String> RIGHT_TO_LEFT_THERE = Set.of(
            "az-IQ", "az-IR", "ha-CM", "ha-SD", "kk-AF", "kk-CN", "kk-IR", "kk-MN", "ku-LB", "ky-CN", "ms-CC", "pa-PK",
            "tg-PK", "uz-AF");

    private static final Set<String> LEFT_TO_RIGHT_THERE = Set.of("sd-IN", "ug-KZ", "ug-MN");

    private LanguageTag() {}

    /**
     * Whether it names a language in well-formed spelling, as browsers take it too: neither a private-use nor a
     * grandfathered tag, no extended language, which has a tag of its own (RFC 5646, 4.5), and no word such as
     * {@code english}: languages of more than three letters may be registered, but none is.
     */
    public static boolean isValid(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        return tag.length() <= MAX_LENGTH
                && Form.TAG.matcher(tag).matches()
                && !repeats(lower)
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

    /** Whether it is written from right to left: by the script that it names, else by the usual one of the language there. */
    public static boolean isRightToLeft(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (!locale.getScript().isEmpty()) return RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
        String there = locale.getLanguage() + "-" + locale.getCountry();
        return RIGHT_TO_LEFT_THERE.contains(there)
                || (RIGHT_TO_LEFT.contains(locale.getLanguage()) && !LEFT_TO_RIGHT_THERE.contains(there));
    }

    /** The best of those that there are for a wished one: RFC 4647's lookup, by the script where that is Chinese. */
    public static Optional<String> lookUp(String tag, Collection<String> there) {
        String wished = canonical(tag);
        Optional<String> exact =
                there.stream().filter(one -> canonical(one).equals(wished)).findFirst();
        return exact.or(() -> chineseScript(wished).flatMap(script -> ofScript(script, wished, there)))
                .or(() -> shortened(wished, there));
    }

    /** One of the wished region, if there is one. */
    private static Optional<String> ofScript(String script, String wished, Collection<String> there) {
        List<String> parts = List.of(wished.split("-"));
        return there.stream()
                .filter(one -> chineseScript(one).equals(Optional.of(script)))
                .max(Comparator.comparing(one -> parts.contains(canonical(one).substring(one.lastIndexOf('-') + 1))));
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

    /** Whether a variant or an extension stands twice (RFC 5646, 2.2.9); {@code tag} is in lower case. */
    private static boolean repeats(String tag) {
        Set<String> seen = new HashSet<>();
        boolean extended = false;
        for (String part : tag.split("-x-", 2)[0].split("-")) {
            boolean singleton = part.length() == 1;
            extended |= singleton;
            if ((singleton || (!extended && part.length() >= 4)) && !seen.add(part)) return true;
        }
        return false;
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
                default -> {
                    // Another script, or the beginning of an extension, in which "hant" means digits.
                    if (part.length() == 1 || part.length() == 4) return Optional.empty();
                }
            }
        return Optional.empty();
    }

    /** Made once a definition is checked. */
    private static final class Form {
        /** Language, script, region, variants, extensions, private use (RFC 5646, 2.1). */
        private static final Pattern TAG = Pattern.compile(
                "[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\\d{3}))?(?:-(?:[a-z0-9]{5,8}|\\d[a-z0-9]{3}))*"
                        + "(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
                Pattern.CASE_INSENSITIVE);

        /** Those of the registry that have this form. */
        private static final Set<String> GRANDFATHERED =
                Set.of("art-lojban", "cel-gaulish", "zh-guoyu", "zh-hakka", "zh-xiang");
    }
}
