package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a person's name as people write it: titles behind it, brackets, pronouns, the family name first. */
public final class PersonName {
    /** Folded. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "zu", "zum", "zur", "de", "den", "der", "des", "dem", "ter", "ten", "te", "da", "das",
            "do", "dos", "du", "di", "del", "della", "dello", "dei", "degli", "dal", "dalla", "la", "las", "le", "los",
            "el", "al", "y", "e", "i", "bin", "bint", "ibn", "ben", "abu", "af", "av", "mac", "mc", "o", "ni", "nic",
            "ui", "ua", "ap", "st", "san", "santa", "t", "in", "op", "auf", "am", "und", "uit", "toe");

    /** Of which both sides belong to one family name: {@code Ortega y Gasset}. */
    private static final Set<String> CONNECTING = Set.of("y", "e", "i", "und");

    /** Of any language: small letters on both sides of a slash, which no name has. */
    private static final Pattern PRONOUNS = Pattern.compile(
            "(?i:she|her|he|him|they|them|ze|xe|hir|ey|fae|it|any|elle|iel|il|ella|elle|sie|er|hen|hon|han)(?:/\\p{L}+)+"
                + "|\\p{Ll}{1,6}(?:/\\p{Ll}{1,6})+");

    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern ORDINAL = Pattern.compile("(?i)2nd|3rd|4th|5th");

    /** What stands between a name and another name of its bearer, and what stands behind some names as a junior does. */
    private static final Set<String> ANOTHER_NAME =
            Set.of("née", "né", "nee", "geb", "geborene", "geborener", "aka", "alias", "roz", "fils", "père");

    private static final String COMMAS = "，､、،﹐";
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\p{IsWhite_Space}\\x{2800}]+");
    private static final Pattern DASH = Pattern.compile("(?<=\\p{IsWhite_Space})[\\p{Pd}/|](?=\\p{IsWhite_Space})");
    private static final Pattern NICKNAME = Pattern.compile("[“\"„«][^”\"“»]*[”\"“»]|(?<!\\S)['‘][^'’]+['’](?!\\S)");
    private static final String HONS = "Hons";
    private static final Pattern ARTS = Pattern.compile("[BM]A");
    private static final Pattern HONOURS = Pattern.compile("(?i)\\((hons)\\.?\\)");

    private PersonName() {}

    /**
     * What a name in Latin script is sorted by unless its bearer says otherwise: the last word before a comma or bracket
     * that is no title; the whole name when it begins with the family name and a comma, or is in another script.
     */
    public static String sortAs(String name) {
        Parts parts = Parts.of(name);
        List<String> words = parts.own();
        if (!isLatin(words.isEmpty() ? name : String.join(" ", words))) return name;
        if (words.isEmpty()) return lastWord(name);
        boolean familyFirst = parts.hasComma() && isFamily(words) && !isAllTitles(parts.behind());
        return familyFirst ? name : words.getLast();
    }

    /** The name alone, given name first: without brackets, titles before and behind it, and what follows a comma. */
    public static String core(String name) {
        return core(Parts.of(name), name);
    }

    private static String core(Parts parts, String name) {
        List<String> words = familyFirst(parts).isPresent()
                ? Parts.of(parts.behind().split(",", 2)[0] + " " + parts.before())
                        .own()
                : parts.own();
        while (words.size() > 1 && Titles.isBefore(words.getFirst())) words.removeFirst();
        return words.isEmpty() ? name : String.join(" ", words);
    }

    /** The family name where a name begins with it and a comma, as {@code de la Cruz, Juana} does. */
    static Optional<String> familyFirst(String name) {
        return familyFirst(Parts.of(name));
    }

    private static Optional<String> familyFirst(Parts parts) {
        if (!parts.hasComma() || isAllTitles(parts.behind())) return Optional.empty();
        return Optional.of(words(parts.before())).filter(PersonName::isFamily).map(words -> String.join(" ", words));
    }

    /** The same with the given name first where the family name is, as in {@code Smith, John}. */
    public static Optional<String> givenFirst(String name) {
        Parts parts = Parts.of(name);
        return familyFirst(parts).map(_ -> core(parts, name));
    }

    /** A name without brackets and nicknames in quotation marks, before its first comma and behind it. */
    private record Parts(String before, String behind, boolean hasComma, boolean capitalsTell) {
        static Parts of(String name) {
            String bare = Brackets.without(HONOURS.matcher(name).replaceAll(" $1"));
            String unquoted = NICKNAME.matcher(bare).replaceAll(" ");
            String text = plainCommas(words(unquoted).isEmpty() ? bare : unquoted);
            int comma = text.indexOf(',');
            boolean capitalsTell = !text.equals(text.toUpperCase(Locale.ROOT));
            return comma < 0
                    ? new Parts(text, "", false, capitalsTell)
                    : new Parts(text.substring(0, comma), text.substring(comma + 1), true, capitalsTell);
        }

        /** The words before the comma, without titles and all else that is no part of the name. */
        List<String> own() {
            List<String> words = untilAnotherName(words(untilDash(before)));
            for (int added = additions(words, capitalsTell); added > 0; added = additions(words, capitalsTell))
                words.subList(words.size() - added, words.size()).clear();
            return words;
        }
    }

    static String plainCommas(String text) {
        if (Characters.isAscii(text)) return text;
        String plain = text;
        for (int i = 0; i < COMMAS.length(); i++) plain = plain.replace(COMMAS.charAt(i), ',');
        return plain;
    }

    /** {@code John Smith - Ottawa}; in {@code Jean - Luc Picard} the name goes on. */
    private static String untilDash(String text) {
        Matcher dash = DASH.matcher(text);
        while (dash.find())
            if (words(text.substring(0, dash.start())).size() > 1) return text.substring(0, dash.start());
        return text;
    }

    /** {@code Anna Müller geb. Schmidt}. */
    private static List<String> untilAnotherName(List<String> words) {
        for (int i = 2; i < words.size(); i++)
            if (ANOTHER_NAME.contains(words.get(i).replace(".", ""))) return words.subList(0, i);
        return words;
    }

    /** The words of a name before its first comma, without brackets and the like. */
    static List<String> ownWords(String name) {
        return Parts.of(name).own();
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
        String before = words.get(words.size() - 2);
        if (isAddition(last, capitalsTell)) return 1;
        if (words.size() == 2) return 0;
        if (isHonours(last) && (ARTS.matcher(before).matches() || isAddition(before, capitalsTell))) return 2;
        if (Titles.isStopped(last) || (isCjk(last) && !isCjk(before))) return 1;
        boolean stopped = before.endsWith(".") && last.endsWith(".") && Titles.isTitle(before + last, true);
        return stopped ? 2 : 0;
    }

    /** Behind a degree. */
    private static boolean isHonours(String word) {
        return word.startsWith(HONS) && word.length() <= HONS.length() + 1;
    }

    private static boolean isAddition(String word, boolean capitalsTell) {
        if (PRONOUNS.matcher(word).matches() || ORDINAL.matcher(word).matches()) return true;
        return Arrays.stream(SLASH.split(word)).allMatch(title -> Titles.isTitle(title, capitalsTell));
    }

    /** The same name in Chinese, Japanese or Korean, as many write it behind the one in Latin letters. */
    private static boolean isCjk(String word) {
        return word.codePoints().filter(Character::isLetter).allMatch(Characters::isCjk);
    }

    private static boolean isAllTitles(String text) {
        return words(text.replace(',', ' ')).stream()
                .allMatch(word -> isAddition(word, true) || Titles.isStopped(word) || isHonours(word));
    }

    private static boolean isFamily(List<String> words) {
        return !words.isEmpty() && words.subList(0, words.size() - 1).stream().allMatch(PersonName::isParticle);
    }

    static boolean isParticle(String word) {
        return PARTICLES.contains(Folding.fold(word));
    }

    static boolean connects(String word) {
        return CONNECTING.contains(Folding.fold(word));
    }
}
