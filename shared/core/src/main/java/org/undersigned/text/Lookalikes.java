package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Letters and digits that are drawn alike (Unicode UTS 39, confusables): each class has a prototype, and its members. */
final class Lookalikes {
    private static final Set<UnicodeScript> MIXED =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    private Lookalikes() {}

    /** What the letter is drawn like, or itself. */
    static String prototype(int letter) {
        Integer at = Table.CLASS_OF.get(letter);
        return at == null ? Character.toString(letter) : Table.CLASSES[at].prototype();
    }

    /** A word in a mixture of Latin, Greek and Cyrillic in the one of them that it all looks like, if there is one. */
    static String resolved(String word) {
        if (Characters.isAscii(word)) return word;
        Map<UnicodeScript, Integer> scripts = scripts(word);
        if (scripts.size() < 2 || !MIXED.containsAll(scripts.keySet())) return word;
        return scripts.entrySet().stream()
                .sorted(Map.Entry.<UnicodeScript, Integer>comparingByValue().reversed())
                .flatMap(script -> resolved(word, script.getKey()).stream())
                .findFirst()
                .orElse(word);
    }

    private static Map<UnicodeScript, Integer> scripts(String word) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        word.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .forEach(script -> scripts.merge(script, 1, Integer::sum));
        return scripts;
    }

    private static Optional<String> resolved(String word, UnicodeScript own) {
        var resolved = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            i += Character.charCount(c);
            UnicodeScript script = UnicodeScript.of(c);
            if (script == own || !MIXED.contains(script)) {
                resolved.appendCodePoint(c);
                continue;
            }
            Optional<String> letter = in(own, c).or(() -> in(own, Folding.lower(c)));
            if (letter.isEmpty()) return Optional.empty();
            resolved.append(letter.get());
        }
        return Optional.of(resolved.toString());
    }

    private static Optional<String> in(UnicodeScript own, int c) {
        Integer at = Table.CLASS_OF.get(c);
        if (at == null) at = Table.CLASS_OF_PROTOTYPE.get(Character.toString(c));
        if (at == null) return Optional.empty();
        Class alike = Table.CLASSES[at];
        if (alike.prototype().codePoints().allMatch(p -> Character.isLetter(p) && UnicodeScript.of(p) == own))
            return Optional.of(alike.prototype());
        return alike.members()
                .codePoints()
                .filter(member -> UnicodeScript.of(member) == own)
                .mapToObj(Character::toString)
                .findFirst();
    }

    private record Class(String prototype, String members) {}

    /** Read once a word is met that needs it. */
    private static final class Table {
        private static final Class[] CLASSES = Lines.of(Lookalikes.class, "confusables.txt").stream()
                .map(line -> line.split("\t"))
                .map(parts -> new Class(parts[0], parts[1]))
                .toArray(Class[]::new);
        private static final Map<Integer, Integer> CLASS_OF = new HashMap<>();
        private static final Map<String, Integer> CLASS_OF_PROTOTYPE = new HashMap<>();

        static {
            for (int i = 0; i < CLASSES.length; i++) {
                int at = i;
                CLASSES[i].members().codePoints().forEach(member -> CLASS_OF.put(member, at));
                CLASS_OF_PROTOTYPE.put(CLASSES[i].prototype(), at);
            }
        }
    }
}
