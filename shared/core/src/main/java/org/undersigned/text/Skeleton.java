package org.undersigned.text;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text looks like (Unicode UTS 39): texts that look alike, in whichever case and script, have the same skeleton. */
public final class Skeleton {
    private static final String DIGITS = "3457";
    private static final String LETTERS = "east";
    private static final Pattern LETTER = Pattern.compile("[a-z]");
    private static final int FRAMED = 0x1F150;

    private Skeleton() {}

    /** Words parted by one space, as {@link Folding} parts them. */
    public static String of(String text) {
        String folded = Folding.foldScripts(prototypes(Folding.foldScripts(drawn(text))));
        // A capital I is a small l to look at, and in a name written in capitals it is an i.
        return digitsAsLetters(folded).replace('i', 'l').replace("rn", "m").replace("vv", "w");
    }

    /** With all that is no letter: what a text of signs alone looks like. */
    static String drawn(String text) {
        return prototypes(Folding.decomposed(text));
    }

    /** In a word that has both, as in {@code J0rd4n}; what looks like a letter wherever it stands is one already. */
    private static String digitsAsLetters(String folded) {
        if (folded.chars().noneMatch(c -> DIGITS.indexOf(c) >= 0)) return folded;
        return Arrays.stream(folded.split(" "))
                .map(word -> LETTER.matcher(word).find() ? withoutDigits(word) : word)
                .collect(Collectors.joining(" "));
    }

    private static String withoutDigits(String word) {
        String letters = word;
        for (int i = 0; i < DIGITS.length(); i++) letters = letters.replace(DIGITS.charAt(i), LETTERS.charAt(i));
        return letters;
    }

    private static String prototypes(String text) {
        if (Characters.isAscii(text)) return asciiPrototypes(text);
        var drawn = new StringBuilder(text.length());
        text.codePoints()
                .map(Skeleton::withoutFrame)
                .forEach(c ->
                        drawn.append(Character.isLetterOrDigit(c) ? Lookalikes.prototype(c) : Character.toString(c)));
        return drawn.toString();
    }

    /** Capital letters in flags, and in white on black: signs to Unicode, and letters to readers. */
    private static int withoutFrame(int c) {
        if (c < FRAMED) return c;
        for (int a : new int[] {0x1F150, 0x1F170, 0x1F1E6}) if (c >= a && c < a + 26) return 'A' + c - a;
        return c;
    }

    /** The same without the table: of ASCII's letters and digits these look like another. */
    private static String asciiPrototypes(String text) {
        return text.replace('I', 'l').replace('1', 'l').replace('0', 'O').replace("m", "rn");
    }
}
