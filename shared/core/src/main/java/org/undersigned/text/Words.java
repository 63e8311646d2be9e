package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** The words of a text in NFKD, without accents and apostrophes, in the case they were typed in. */
final class Words {
    private static final char MIDDLE_DOT = '·';

    private Words() {}

    static List<String> of(String text) {
        String decomposed = Folding.decomposed(text);
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        var script = UnicodeScript.COMMON;
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (Folding.isApostrophe(c) || Folding.isAccent(c)) continue;
            if (Characters.isMark(c)) {
                // One of another script is seen as an accent, if at all.
                if (!word.isEmpty() && UnicodeScript.of(c) == script) word.appendCodePoint(c);
            } else if (Character.isLetterOrDigit(c) && !Characters.isBlank(c)) {
                word.appendCodePoint(c);
                if (c >= 0x80) script = UnicodeScript.of(c);
                else script = UnicodeScript.LATIN;
            } else if (!word.isEmpty() && !(c == MIDDLE_DOT && partsLatin(decomposed, i))) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) words.add(word.toString());
        return words;
    }

    /** Whether what ends at {@code i} stands inside a word, as in Marcel·lí and in ŀ; Chinese parts two names with it. */
    private static boolean partsLatin(String text, int i) {
        return i < text.length() && isLatin(text.charAt(i)) && isLatin(text.charAt(i - 2));
    }

    private static boolean isLatin(char c) {
        return Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN;
    }
}
