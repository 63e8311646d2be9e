package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of a person's name as people write it: titles behind it, brackets, pronouns, the family name first. */
public final class PersonName {
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "zu", "zum", "zur", "de", "den", "der", "des", "dem", "ter", "ten", "te", "da", "das",
            "do", "dos", "du", "di", "del", "della", "dello", "dei", "degli", "la", "las", "le", "los", "el", "al", "y",
            "e", "bin", "bint", "ibn", "ben", "abu", "af", "av", "mac", "mc", "o", "st", "san", "santa", "’t", "'t");

    private static final Pattern PRONOUNS = Pattern.compile(
            "(?i)(?:she|her|he|him|they|them|ze|xe|hir|ey|fae|it|any|elle|iel|il|ella|elle|sie|er|hen|hon|han)(?:/\\p{L}+)+");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    private PersonName() {}

    /**
     * What a name in Latin script is sorted by unless its bearer says otherwise: the last word before a comma or bracket
     * that is no title; the whole name when it begins with the family name and a comma, or is in another script.
     */
    public static String sortAs(String name) {
        if (!isLatin(name)) return name;
        String bare = Brackets.without(name);
        int comma = bare.indexOf(',');
        boolean capitalsTell = !bare.equals(bare.toUpperCase(Locale.ROOT));
        List<String> words = words(comma < 0 ? bare : bare.substring(0, comma));
        for (int added = additions(words, capitalsTell); added > 0; added = additions(words, capitalsTell))
            words.subList(words.size() - added, words.size()).clear();
        if (words.isEmpty()) return lastWord(name);
        boolean familyFirst = comma >= 0 && isFamily(words) && !isAllTitles(bare.substring(comma + 1));
        return familyFirst ? name : words.getLast();
    }

    /** The name alone, given name first: without brackets, titles before and behind it, and what follows a comma. */
    public static String core(String name) {
        String bare = Brackets.without(name);
        int comma = bare.indexOf(',');
        String before = comma < 0 ? bare : bare.substring(0, comma);
        String behind = comma < 0 ? "" : bare.substring(comma + 1);
        List<String> words = words(familyFirst(name).isPresent() ? behind.split(",", 2)[0] + " " + before : before);
        boolean capitalsTell = !bare.equals(bare.toUpperCase(Locale.ROOT));
        for (int added = additions(words, capitalsTell); added > 0; added = additions(words, capitalsTell))
            words.subList(words.size() - added, words.size()).clear();
        while (words.size() > 1 && Titles.isBefore(words.getFirst())) words.removeFirst();
        return words.isEmpty() ? name : String.join(" ", words);
    }

    /** The family name where a name begins with it and a comma, as {@code de la Cruz, Juana} does. */
    static Optional<String> familyFirst(String name) {
        String bare = Brackets.without(name);
        int comma = bare.indexOf(',');
        if (comma < 0 || isAllTitles(bare.substring(comma + 1))) return Optional.empty();
        return Optional.of(words(bare.substring(0, comma)))
                .filter(PersonName::isFamily)
                .map(words -> String.join(" ", words));
    }

    /** Whether a wished sorting consists of the name's own words. */
    public static boolean isMadeOf(String sortAs, String name) {
        if (foldOrKeep(sortAs).equals(foldOrKeep(name))) return true;
        Set<String> own = new HashSet<>(List.of(Folding.fold(name).split(" ")));
        Words.of(name).forEach(word -> own.add(Folding.fold(word)));
        List<String> wished = Words.of(sortAs);
        return !wished.isEmpty()
                && wished.stream()
                        .flatMap(word -> List.of(Folding.fold(word).split(" ")).stream())
                        .allMatch(own::contains);
    }

    private static String foldOrKeep(String text) {
        String folded = Folding.fold(text);
        return folded.isEmpty() ? text : folded;
    }

    private static boolean isLatin(String name) {
        if (Characters.isAscii(name)) return true;
        return Words.of(name).stream()
                .flatMapToInt(word -> Lookalikes.resolved(word).codePoints())
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .allMatch(script -> script == UnicodeScript.LATIN || script == UnicodeScript.COMMON);
    }

    /** In the form they were typed; those without letter or digit, such as an apostrophe alone, are none. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : WHITE_SPACE.split(text))
            if (word.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && !Folding.isApostrophe(c)))
                words.add(word);
        return words;
    }

    private static String lastWord(String name) {
        List<String> words = words(name);
        return words.isEmpty() ? name : words.getLast();
    }

    /** How many words at the end are no part of the name: of {@code Ph. D.} two. */
    private static int additions(List<String> words, boolean capitalsTell) {
        if (words.size() < 2) return 0;
        String last = words.getLast();
        if (PRONOUNS.matcher(last).matches() || Titles.isTitle(last, capitalsTell)) return 1;
        String before = words.get(words.size() - 2);
        return words.size() > 2 && before.endsWith(".") && last.endsWith(".") && Titles.isTitle(before + last, true)
                ? 2
                : 0;
    }

    private static boolean isAllTitles(String text) {
        return words(text.replace(',', ' ')).stream()
                .allMatch(word -> PRONOUNS.matcher(word).matches() || Titles.isTitle(word, true));
    }

    private static boolean isFamily(List<String> words) {
        return !words.isEmpty() && words.subList(0, words.size() - 1).stream().allMatch(PersonName::isParticle);
    }

    static boolean isParticle(String word) {
        return PARTICLES.contains(word.toLowerCase(Locale.ROOT).replace(".", ""));
    }
}
