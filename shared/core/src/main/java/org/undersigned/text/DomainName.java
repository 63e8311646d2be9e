package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A domain name as mail is sent to it: IDNA2008 (RFC 5891 to 5893), after the mapping of what people type to lower case
 * and plain forms (RFC 5895). It is computed from the properties of Java's own Unicode; no table is needed.
 */
public final class DomainName {
    private static final int MAX_LABEL = 63;
    private static final String PREFIX = "xn--";
    private static final String DOTS = ".。．｡";

    /** RFC 5892, 2.6: letters and signs that their properties alone would not let pass. */
    private static final String VALID_EXCEPTIONS = "ßς۽۾་〇";

    private static final String FORBIDDEN_EXCEPTIONS = "ـߺ〮〯〱〲〳〴〵〻";

    /** Dropped, as UTS 46 does: what is pasted into long words to break them. */
    private static final String IGNORED = "\u00AD\u200B\u2060";

    /** Arabic letters that join the letter before them alone, first and last of each range (Unicode, ArabicShaping.txt). */
    private static final int[] RIGHT_JOINING = {
        0x622, 0x625, 0x627, 0x627, 0x629, 0x629, 0x62F, 0x632, 0x648, 0x648, 0x671, 0x673, 0x688, 0x699, 0x6C0, 0x6C0,
                0x6C3, 0x6CB,
        0x6CD, 0x6CD, 0x6CF, 0x6CF, 0x6D2, 0x6D3, 0x6D5, 0x6D5, 0x6EE, 0x6EF, 0x759, 0x75B, 0x76B, 0x76C, 0x771, 0x771,
                0x773, 0x774,
        0x778, 0x779, 0x870, 0x882, 0x88E, 0x88E, 0x8AA, 0x8AC, 0x8AE, 0x8AE, 0x8B1, 0x8B2, 0x8B9, 0x8B9, 0x10EC2,
                0x10EC2
    };

    /** Those that join neither, or anything. */
    private static final int[] NOT_JOINING = {
        0x621, 0x621, 0x674, 0x674, 0x6E5, 0x6E6, 0x883, 0x885, 0x887, 0x887, 0x8AD, 0x8AD, 0x8C9, 0x8C9, 0xFE73, 0xFE73
    };

    /** What is read at all: reading takes time by the square of the marks on a letter. */
    private static final int MAX_TYPED = 1_000;

    private DomainName() {}

    /** In lower case and ASCII; empty when it is no name that can be registered. */
    public static Optional<String> toAscii(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (Characters.isAscii(typed) && !lower.contains(PREFIX))
            return Optional.of(lower).filter(DomainName::isOfLabels);
        if (typed.length() > MAX_TYPED) return Optional.empty();
        String[] labels = mapped(typed).split("\\.", -1);
        // Some signs become full stops by their compatibility forms, such as …; they part no labels.
        if (labels.length
                != 1 + typed.codePoints().filter(c -> DOTS.indexOf(c) >= 0).count()) return Optional.empty();
        if (!decode(labels)) return Optional.empty();
        boolean bidi = BidiRule.isNeeded(labels);
        for (String label : labels) if (!isValid(label) || (bidi && !BidiRule.isKeptBy(label))) return Optional.empty();
        String ascii = Arrays.stream(labels)
                .map(label -> Characters.isAscii(label) ? label : PREFIX + Punycode.encode(label))
                .collect(Collectors.joining("."));
        return Optional.of(ascii).filter(DomainName::isOfLabels);
    }

    /** What is wrong with one that an email address cannot have, as far as it can be told in words. */
    public static Optional<String> fault(String typed) {
        if (typed.isEmpty()) return Optional.of("it has nothing behind the @");
        if (typed.length() > MAX_TYPED)
            return Optional.of("it has more than " + MAX_TYPED + " characters behind the @");
        String[] labels = mapped(typed).split("\\.", -1);
        if (!decode(labels)) return Optional.of("it has an xn-- behind the @ that is no domain's encoding");
        boolean bidi = BidiRule.isNeeded(labels);
        return Arrays.stream(labels)
                .flatMap(label -> faultOfLabel(label, bidi).stream())
                .findFirst();
    }

    private static Optional<String> faultOfLabel(String label, boolean bidi) {
        if (label.isEmpty())
            return Optional.of("it has a full stop at the start or end of what is behind the @, or two in a row");
        if (label.startsWith("-") || label.endsWith("-"))
            return Optional.of("it has a hyphen at the start or end of a part of its domain");
        if (label.length() > MAX_LABEL
                || (PREFIX + Punycode.encode(label)).length() > MAX_LABEL && !Characters.isAscii(label))
            return Optional.of("it has a part of more than " + MAX_LABEL + " characters in its domain");
        for (int i = 0; i < label.length(); i += Character.charCount(label.codePointAt(i)))
            if (!isValid(label, i) || (i == 0 && Characters.isMark(label.codePointAt(i))))
                return Optional.of(Characters.named(label.codePointAt(i)) + " cannot stand there behind the @");
        if (bidi && !BidiRule.isKeptBy(label))
            return Optional.of("it mixes writing from right to left with other writing in a part of its domain");
        return label.startsWith("--", 2) && !Characters.isAscii(label)
                ? Optional.of("it has two hyphens behind the first two letters of a part of its domain")
                : Optional.empty();
    }

    /** Puts each label as it is read in its place; whether all can be read. */
    private static boolean decode(String[] labels) {
        for (int i = 0; i < labels.length; i++) {
            Optional<String> label = decoded(labels[i]);
            if (label.isEmpty()) return false;
            labels[i] = label.get();
        }
        return true;
    }

    /** As it is read; empty for an encoding of what would be encoded in another way, or not at all (RFC 5891, 5.3 and 5.4). */
    private static Optional<String> decoded(String label) {
        if (!label.startsWith(PREFIX) || !Characters.isAscii(label)) return Optional.of(label);
        return Punycode.decode(label.substring(PREFIX.length()))
                .filter(found -> !Characters.isAscii(found) && mapped(found).equals(found));
    }

    private static boolean isOfLabels(String ascii) {
        String[] labels = ascii.split("\\.", -1);
        for (String label : labels) {
            if (label.isEmpty() || label.length() > MAX_LABEL || label.startsWith("-") || label.endsWith("-"))
                return false;
            for (int i = 0; i < label.length(); i++) {
                char c = label.charAt(i);
                if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') return false;
            }
        }
        return true;
    }

    private static String mapped(String typed) {
        var kept = new StringBuilder(typed.length());
        typed.replace("İ", "i\u0307")
                .codePoints()
                .filter(c -> IGNORED.indexOf(c) < 0)
                .map(c -> DOTS.indexOf(c) >= 0 ? '.' : folded(c))
                .forEach(c ->
                        kept.append(c == 'ς' ? "ς" : nfkc(Character.toString(c)).replace('ς', 'σ')));
        String plain = nfkc(kept);
        var lower = new StringBuilder(plain.length());
        plain.codePoints().map(DomainName::folded).forEach(lower::appendCodePoint);
        return nfkc(lower);
    }

    /** In lower case; Cherokee alone is folded to its capitals, which were there first (Unicode, CaseFolding.txt). */
    private static int folded(int c) {
        return UnicodeScript.of(c) == UnicodeScript.CHEROKEE ? Character.toUpperCase(c) : Character.toLowerCase(c);
    }

    private static String nfkc(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean isValid(String label) {
        if (Characters.isAscii(label)) return true;
        if (label.length() > MAX_LABEL
                || label.startsWith("-")
                || label.endsWith("-")
                || label.startsWith("--", 2)
                || Characters.isMark(label.codePointAt(0))) return false;
        for (int i = 0; i < label.length(); i += Character.charCount(label.codePointAt(i)))
            if (!isValid(label, i)) return false;
        return true;
    }

    /** RFC 5892, 3, and what a character's neighbours must be (its appendix A). */
    private static boolean isValid(String label, int at) {
        int c = label.codePointAt(at);
        if (VALID_EXCEPTIONS.indexOf(c) >= 0) return true;
        if (FORBIDDEN_EXCEPTIONS.indexOf(c) >= 0) return false;
        int before = at == 0 ? 0 : label.codePointBefore(at);
        int next = at + Character.charCount(c);
        int after = next == label.length() ? 0 : label.codePointAt(next);
        return switch (c) {
            case Characters.ZERO_WIDTH_JOINER -> Characters.isVirama(before);
            case Characters.ZERO_WIDTH_NON_JOINER -> Characters.isVirama(before) || isJoined(label, at, next);
            case '·' -> before == 'l' && after == 'l';
            case '͵' -> after != 0 && UnicodeScript.of(after) == UnicodeScript.GREEK;
            case '׳', '״' -> before != 0 && UnicodeScript.of(before) == UnicodeScript.HEBREW;
            case '・' -> label.codePoints().anyMatch(DomainName::isJapanese);
            default -> isOneKindOfDigits(c, label) && isLetterOrDigit(c);
        };
    }

    /** Whether the letters there would join, if marks on them are passed over. */
    private static boolean isJoined(String label, int until, int from) {
        int first = until;
        while (first > 0 && Characters.isMark(label.codePointBefore(first)))
            first -= Character.charCount(label.codePointBefore(first));
        int second = from;
        while (second < label.length() && Characters.isMark(label.codePointAt(second)))
            second += Character.charCount(label.codePointAt(second));
        return first > 0
                && second < label.length()
                && isJoining(label.codePointBefore(first))
                && !isIn(RIGHT_JOINING, label.codePointBefore(first))
                && isJoining(label.codePointAt(second));
    }

    private static boolean isJoining(int c) {
        return UnicodeScript.of(c) == UnicodeScript.ARABIC && Character.isLetter(c) && !isIn(NOT_JOINING, c);
    }

    private static boolean isIn(int[] ranges, int c) {
        for (int i = 0; i < ranges.length; i += 2) if (c >= ranges[i] && c <= ranges[i + 1]) return true;
        return false;
    }

    private static boolean isJapanese(int c) {
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }

    private static boolean isOneKindOfDigits(int c, String label) {
        if (c >= '٠' && c <= '٩') return label.codePoints().noneMatch(d -> d >= '۰' && d <= '۹');
        if (c >= '۰' && c <= '۹') return label.codePoints().noneMatch(d -> d >= '٠' && d <= '٩');
        return true;
    }

    private static boolean isLetterOrDigit(int c) {
        if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        return isStable(c) && !isOldHangul(c) && !Characters.isInvisible(c) && !isInIgnorableBlock(c) && isOfWords(c);
    }

    private static boolean isOfWords(int c) {
        return switch (Character.getType(c)) {
            case Character.LOWERCASE_LETTER,
                    Character.UPPERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Whether neither case nor compatibility forms are lost. */
    private static boolean isStable(int c) {
        if (UnicodeScript.of(c) == UnicodeScript.CHEROKEE) return folded(c) == c;
        String one = Character.toString(c);
        String folded = one.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return nfkc(folded).equals(one);
    }

    private static boolean isOldHangul(int c) {
        return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xA960 && c <= 0xA97C) || (c >= 0xD7B0 && c <= 0xD7FB);
    }

    private static boolean isInIgnorableBlock(int c) {
        return (c >= 0x20D0 && c <= 0x20FF) || (c >= 0x1D100 && c <= 0x1D24F);
    }
}
