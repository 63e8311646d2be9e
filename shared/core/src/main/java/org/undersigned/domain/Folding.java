package org.undersigned.domain;

import java.text.Normalizer;

/** Folds text for sorting and comparing: NFKD without marks, lower case, apostrophes dropped, words parted by one space. */
public final class Folding {
    private Folding() {}

    /** Text without any letter or digit folds to the empty string. */
    public static String fold(String text) {
        String decomposed = isAscii(text) ? text : decompose(text);
        var folded = new StringBuilder(decomposed.length());
        boolean wordEnded = false;
        for (int i = 0; i < decomposed.length(); ) {
            int character = decomposed.codePointAt(i);
            i += Character.charCount(character);
            if (isMark(character) || isApostrophe(character)) continue;
            if (!Character.isLetterOrDigit(character)) {
                wordEnded = true;
                continue;
            }
            if (wordEnded && !folded.isEmpty()) folded.append(' ');
            wordEnded = false;
            folded.appendCodePoint(lower(character));
        }
        return folded.toString();
    }

    /** By way of upper case, which ς shares with σ and ı with i: a name in capitals folds as any other. */
    private static int lower(int character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    /** NFKD, in which the acute accent that some type for an apostrophe would become a space. */
    private static String decompose(String text) {
        return Normalizer.normalize(text.replace('´', '\''), Normalizer.Form.NFKD);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= 0x80) return false;
        return true;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isApostrophe(int character) {
        return switch (character) {
            case '\'', '’', '‘', 'ʼ', 'ʻ', '`', '′' -> true;
            default -> false;
        };
    }
}
