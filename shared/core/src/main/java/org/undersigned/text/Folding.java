package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Folds text for search, order and comparison: NFKD without marks, lower case, letters that NFKD leaves whole in plain
 * ones, look-alikes of another script as the word's own, apostrophes dropped, words parted by one space, and none between
 * Chinese, Japanese and Korean letters.
 */
public final class Folding {
    /** And the strokes that Arabic, N'Ko and Mongolian words are made longer with. */
    private static final String APOSTROPHES = "'’‘‛ʼʻʽʾʿʹˈ`´′ꞌꞋ׳՚\u0640\u07FA\u180A";

    /** The dot of Indic scripts that borrowed letters have, which many leave out as accents are left out. */
    private static final String NUKTAS = "\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0C3C\u0CBC";

    /** Scripts whose marks are accents or are left out in everyday writing; the vowels of others are no accents. */
    private static final Set<UnicodeScript> ACCENTED = EnumSet.of(
            UnicodeScript.INHERITED,
            UnicodeScript.COMMON,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC);

    private Folding() {}

    /** Text without any letter or digit folds to the empty string. */
    public static String fold(String text) {
        return joined(Words.of(text), true);
    }

    /** The same with each letter of another script as it is. */
    static String foldScripts(String text) {
        return joined(Words.of(text), false);
    }

    private static String joined(Iterable<String> words, boolean resolved) {
        var folded = new StringBuilder();
        for (String word : words) {
            String lower = resolved ? lower(Lookalikes.resolved(lower(Lookalikes.resolved(word)))) : lower(word);
            if (!folded.isEmpty()
                    && !(Characters.isCjk(folded.codePointBefore(folded.length()))
                            && Characters.isCjk(lower.codePointAt(0)))) folded.append(' ');
            folded.append(lower);
        }
        return folded.toString();
    }

    private static String lower(String word) {
        var lower = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) lower.append((char) Character.toLowerCase(c));
            else appendLower(c, lower);
        }
        return lower.toString();
    }

    private static void appendLower(int c, StringBuilder lower) {
        int small = lower(c);
        String plain = small < 0x80 ? null : Plain.LETTERS.get(small);
        if (plain == null) lower.appendCodePoint(small);
        else lower.append(plain);
    }

    /** By way of upper case, which ς shares with σ and ı with i: a name in capitals folds as any other. */
    static int lower(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    static boolean isApostrophe(int c) {
        return APOSTROPHES.indexOf(c) >= 0;
    }

    static boolean isAccent(int c) {
        return Characters.isMark(c)
                && (Character.getType(c) == Character.ENCLOSING_MARK
                        || ACCENTED.contains(UnicodeScript.of(c))
                        || NUKTAS.indexOf(c) >= 0);
    }

    /** NFKD, in which the acute accent that some type for an apostrophe would become a space. */
    static String decomposed(String text) {
        if (Characters.isAscii(text)) return text;
        return Normalizer.normalize(
                Text.visible(text).replace('´', '\'').replace('\u1FFD', '\''), Normalizer.Form.NFKD);
    }

    /** Read once a letter is met that needs it. */
    private static final class Plain {
        private static final Map<Integer, String> LETTERS = new HashMap<>();

        static {
            for (String line : Lines.of(Folding.class, "plain-letters.txt")) {
                String[] parts = line.split("\t");
                parts[1].codePoints().forEach(letter -> LETTERS.put(letter, parts[0]));
            }
        }
    }
}
