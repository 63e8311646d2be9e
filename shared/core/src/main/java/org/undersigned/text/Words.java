package org.undersigned.text;

import java.util.ArrayList;
import java.util.List;

/** The words of a text in NFKD, without accents and apostrophes, in the case they were typed in. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        String decomposed = Folding.decomposed(text);
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (Folding.isApostrophe(c) || Folding.isAccent(c)) continue;
            if (Character.isLetterOrDigit(c) || (Characters.isMark(c) && !word.isEmpty())) word.appendCodePoint(c);
            else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) words.add(word.toString());
        return words;
    }
}
