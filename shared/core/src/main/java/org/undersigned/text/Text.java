package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The one cleaning step of every text that somebody typed. */
public final class Text {
    /** Scripts in which a joiner or non-joiner between two letters changes how they are written. */
    private static final Set<UnicodeScript> JOINED = EnumSet.of(
            UnicodeScript.ADLAM,
            UnicodeScript.ARABIC,
            UnicodeScript.BALINESE,
            UnicodeScript.BENGALI,
            UnicodeScript.CHAKMA,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.GRANTHA,
            UnicodeScript.GUJARATI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.HANIFI_ROHINGYA,
            UnicodeScript.JAVANESE,
            UnicodeScript.KAITHI,
            UnicodeScript.KANNADA,
            UnicodeScript.KHMER,
            UnicodeScript.LAO,
            UnicodeScript.MALAYALAM,
            UnicodeScript.MANDAIC,
            UnicodeScript.MEETEI_MAYEK,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.NKO,
            UnicodeScript.ORIYA,
            UnicodeScript.PHAGS_PA,
            UnicodeScript.SINHALA,
            UnicodeScript.SUNDANESE,
            UnicodeScript.SYRIAC,
            UnicodeScript.TAI_THAM,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.THAI,
            UnicodeScript.TIBETAN);

    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int MIN_TAGS = 3;
    private static final int MAX_TAGS = 6;
    private static final int ENCLOSING_KEYCAP = 0x20E3;
    private static final int NONE = -1;

    private Text() {}

    /**
     * The text in NFC, without white space and invisible characters at its ends, and without invisible characters inside
     * that no script or emoji needs; cleaning twice is cleaning once.
     */
    public static String clean(String given) {
        if (Characters.isAscii(given)) return trim(given);
        String before = given;
        String text = onceCleaned(given);
        while (!text.equals(before)) {
            before = text;
            text = onceCleaned(text);
        }
        return text;
    }

    /** A character as messages name it, such as {@code U+202E RIGHT-TO-LEFT OVERRIDE}. */
    public static String named(int character) {
        return Characters.named(character);
    }

    /** The first character that no text on one line may hold, if there is one. */
    public static Optional<Integer> forbidden(String text) {
        return text.codePoints().filter(Characters::isForbidden).boxed().findFirst();
    }

    /** Whether it is white space, or draws nothing where it stands alone. */
    public static boolean isUnseen(int character) {
        return Characters.isBlank(character) || Characters.isInvisible(character);
    }

    /** Without what nobody sees, at the ends and inside: for comparing. */
    static String visible(String text) {
        if (Characters.isAscii(text)) return text;
        var visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Characters.isInvisible(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static String onceCleaned(String text) {
        return trimmed(nfc(withoutInvisible(trimmed(nfc(text), true))), true);
    }

    /** A tower stays as it is: putting its marks in order takes time by the square of their number, and it is refused. */
    private static String nfc(String text) {
        return Characters.hasTower(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Without white space and invisible characters at the ends, and otherwise as it is. */
    public static String trim(String text) {
        return trimmed(text, false);
    }

    private static String trimmed(String text, boolean keepsDrawn) {
        int from = 0;
        int to = text.length();
        while (from < to && Characters.isBlank(text.codePointAt(from)))
            from += Character.charCount(text.codePointAt(from));
        while (from < to && Characters.isBlank(text.codePointBefore(to)) && !(keepsDrawn && endsDrawn(text, from, to)))
            to -= Character.charCount(text.codePointBefore(to));
        return text.substring(from, to);
    }

    /** Whether a character at the end that is not seen itself changes what stands before it. */
    private static boolean endsDrawn(String text, int from, int to) {
        int last = text.codePointBefore(to);
        int at = to - Character.charCount(last);
        if (at == from) return false;
        if (last == Characters.ZERO_WIDTH_JOINER) return Characters.isVirama(text.codePointBefore(at));
        if (!Characters.isFlagEnd(last)) return false;
        for (int tags = 0; tags < MAX_TAGS && at > from && Characters.isFlagTag(text.codePointBefore(at)); tags++)
            at -= Character.charCount(text.codePointBefore(at));
        return at > from && text.codePointBefore(at) == BLACK_FLAG && tagsEnd(text, at) == to;
    }

    /** Where the tags that make a flag of a black one end, or {@code from} if they make none. */
    private static int tagsEnd(String text, int from) {
        int at = from;
        int tags = 0;
        while (at < text.length() && tags <= MAX_TAGS && Characters.isFlagTag(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
            tags++;
        }
        boolean ends = at < text.length() && Characters.isFlagEnd(text.codePointAt(at));
        return ends && tags >= MIN_TAGS && tags <= MAX_TAGS ? at + Character.charCount(text.codePointAt(at)) : from;
    }

    private static String withoutInvisible(String text) {
        var kept = new StringBuilder(text.length());
        int base = NONE;
        int last = NONE;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean keeps = !Characters.isInvisible(c)
                    || Characters.isDirection(c)
                    || (Characters.isJoiner(c) && joins(c, base, last, nextVisible(text, i)))
                    || (Characters.isVariationSelector(c) && varies(last, nextVisible(text, i)));
            if (!keeps) continue;
            kept.appendCodePoint(c);
            if (c == BLACK_FLAG) {
                int end = tagsEnd(text, i);
                kept.append(text, i, end);
                i = end;
            }
            last = c;
            if (!Characters.isMark(c)) base = c;
        }
        return kept.toString();
    }

    private static int nextVisible(String text, int from) {
        for (int i = from; i < text.length(); i += Character.charCount(text.codePointAt(i)))
            if (!Characters.isInvisible(text.codePointAt(i))) return text.codePointAt(i);
        return NONE;
    }

    private static boolean joins(int joiner, int base, int last, int next) {
        boolean closer = joiner == Characters.ZERO_WIDTH_JOINER;
        // The half of a letter, or one without a vowel, that ends a word: മോഹന്‍.
        if (closer && Characters.isVirama(last)) return true;
        if (base == NONE || next == NONE || Characters.isJoiner(last)) return false;
        if (joiner == Characters.MONGOLIAN_VOWEL_SEPARATOR)
            return UnicodeScript.of(base) == UnicodeScript.MONGOLIAN
                    && UnicodeScript.of(next) == UnicodeScript.MONGOLIAN;
        if (Character.isExtendedPictographic(next))
            return Character.isExtendedPictographic(base) || Character.isEmojiModifier(base);
        UnicodeScript script = UnicodeScript.of(base);
        // An Arabic letter in the form that it has before another, as in the initial ه‍.
        if (closer && script == UnicodeScript.ARABIC) return true;
        return script == UnicodeScript.of(next) && JOINED.contains(script);
    }

    /** Whether a variation selector behind {@code last} can change how that is drawn. */
    private static boolean varies(int last, int next) {
        if (last == NONE) return false;
        if (last < 0x80) return next == ENCLOSING_KEYCAP;
        if (Character.isEmoji(last)) return true;
        return switch (UnicodeScript.of(last)) {
            case HAN, MONGOLIAN, MYANMAR, PHAGS_PA -> !Characters.isVariationSelector(last);
            default -> Character.getType(last) == Character.MATH_SYMBOL;
        };
    }
}
