package org.undersigned.sortanew;

import java.lang.Character.UnicodeScript;
import java.util.List;
import org.undersigned.text.Folding;

/** What versions before 0.1.0 sorted a person by who had wished for nothing else. */
final class EarlierRules {
    private EarlierRules() {}

    /** Whether it is the last word, or the last with a letter or digit; of a name in another script than Latin, the whole. */
    static boolean gave(String sortAs, String name) {
        if (!isLatin(name)) return sortAs.equals(name);
        List<String> words = List.of(name.split(" ")).reversed();
        return sortAs.equals(words.getFirst())
                || words.stream()
                        .filter(word -> !Folding.fold(word).isEmpty())
                        .findFirst()
                        .filter(sortAs::equals)
                        .isPresent();
    }

    /** Look-alike letters of other scripts were not seen through. */
    private static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .allMatch(script -> script == UnicodeScript.LATIN || script == UnicodeScript.COMMON);
    }
}
