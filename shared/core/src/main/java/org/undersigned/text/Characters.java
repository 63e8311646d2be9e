package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** What Unicode says of a character, in the words of our rules. */
final class Characters {
    static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int MAX_MARKS_IN_A_ROW = 30;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int REPLACEMENT = 0xFFFD;

    /** Drawn as nothing, though Unicode counts them as seen: in Braille, in notes, and among hieroglyphs. */
    private static final String BLANKS =
            "\u2800" + Character.toString(0x1D159) + Character.toString(0x13441) + Character.toString(0x13442);

    /** Of canonical combining class 9, in the Basic Multilingual Plane: they end a consonant, and joiners follow them. */
    private static final String VIRAMAS =
            "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A"
                + "\u0EBA\u0F84\u1039\u103A\u1714\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA8C4\uA953\uA9C0"
                + "\uAAF6\uABED";

    static final int MONGOLIAN_VOWEL_SEPARATOR = 0x180E;
    private static final int CANCEL_TAG = 0xE007F;

    /** Signs of class Cf that are seen: they stand under or round the digits that follow (Unicode Standard, 9.2). */
    private static final String VISIBLE_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06DD\u070F\u0890\u0891\u08E2"
            + Character.toString(0x110BD) + Character.toString(0x110CD);

    /**
     * Ignorable by default (Default_Ignorable_Code_Point), though not of class Cf; and what phones leave behind a dictated
     * word in the place of a picture.
     */
    private static final String IGNORABLE_OTHERS = "\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0\uFFFC";

    private static final Set<UnicodeScript> CJK = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private Characters() {}

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= 0x80) return false;
        return true;
    }

    /** The property White_Space. */
    static boolean isWhiteSpace(int c) {
        return (c >= 0x9 && c <= 0xD)
                || c == ' '
                || c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /** Whether nobody sees it, wherever it stands. */
    static boolean isInvisible(int c) {
        if (c < 0xAD) return false;
        return Character.getType(c) == Character.FORMAT
                ? VISIBLE_FORMATS.indexOf(c) < 0
                : IGNORABLE_OTHERS.indexOf(c) >= 0 || isVariationSelector(c);
    }

    /** What is dropped at the ends of a text. */
    static boolean isBlank(int c) {
        return isWhiteSpace(c)
                || (c >= 0xAD
                        && (Character.getType(c) == Character.FORMAT
                                || (isInvisible(c) && !isVariationSelector(c))
                                || BLANKS.indexOf(c) >= 0));
    }

    static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || (c >= 0x180B && c <= 0x180D)
                || c == 0x180F;
    }

    static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER || c == MONGOLIAN_VOWEL_SEPARATOR;
    }

    static boolean isVirama(int c) {
        return VIRAMAS.indexOf(c) >= 0;
    }

    /** Of which the flags of England, Scotland and Wales are spelled, behind a black one (Unicode UTS 51). */
    static boolean isFlagTag(int c) {
        return (c >= 0xE0030 && c <= 0xE0039) || (c >= 0xE0061 && c <= 0xE007A);
    }

    static boolean isFlagEnd(int c) {
        return c == CANCEL_TAG;
    }

    /** Whether it reverses text or could be taken for the end of one; such is refused rather than dropped. */
    static boolean isDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == BYTE_ORDER_MARK;
    }

    /** Whether a text may not hold it at all. */
    static boolean isForbidden(int c) {
        if (c < 0x7F) return c < ' ';
        return isDirection(c)
                || c == REPLACEMENT
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Whether it is drawn over or under the letter, and so may be stacked without end. */
    static boolean isStackedMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /**
     * Whether more marks follow each other than those of any language do: what a stream of text may have, too (Unicode UAX 15,
     * Stream-Safe Text Format).
     */
    static boolean hasTower(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isMark(c) && !isInvisible(c)) marks++;
            else if (!isInvisible(c)) marks = 0;
            if (marks > MAX_MARKS_IN_A_ROW) return true;
        }
        return false;
    }

    /** Whether words are written in it without spaces, or with spaces that mean nothing. */
    static boolean isCjk(int c) {
        return c >= 0x1100 && (c == 'ー' || CJK.contains(UnicodeScript.of(c)));
    }

    /** Such as {@code U+202E RIGHT-TO-LEFT OVERRIDE}. */
    static String named(int c) {
        String code = "U+" + HexFormat.of().withUpperCase().toHexDigits(c, c > 0xFFFF ? 6 : 4);
        if (c > 0xFFFF && code.startsWith("U+0")) code = "U+" + code.substring(3);
        String name = Character.getName(c);
        return name == null ? code + " (unassigned)" : code + " " + name.toUpperCase(Locale.ROOT);
    }
}
