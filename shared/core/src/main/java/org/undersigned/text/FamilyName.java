package org.undersigned.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A person's family name and the given names, told apart where the family name comes first. */
public record FamilyName(String family, String given) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{IsWhite_Space}\\p{Pd}]+");
    private static final Pattern ELISION = Pattern.compile("(?i)^(?:l|d|dell|dall|degl)['’ʼ](?=\\p{L})");

    /**
     * What begins with a family name, as {@code Burton, Charles} and {@code van Dyke D} do: without a comma that is one word
     * and the particles before it. Empty when no given name, or a letter of one, follows.
     */
    public static Optional<FamilyName> first(String typed) {
        String plain = PersonName.plainCommas(typed);
        int comma = plain.indexOf(',');
        if (comma >= 0) return of(plain.substring(0, comma), plain.substring(comma + 1));
        List<String> words = PersonName.words(typed);
        int particles = 0;
        while (particles < words.size() && PersonName.isParticle(words.get(particles))) particles++;
        // Le Anh and Do Minh have a family name that is a particle elsewhere.
        int family = Math.min(particles > 0 ? words.size() - 1 : words.size(), particles + 1);
        return of(String.join(" ", words.subList(0, family)), String.join(" ", words.subList(family, words.size())));
    }

    /**
     * What a reader may look for in place of what a name is sorted by: {@code Écuyer} for {@code Desrosiers-L'Écuyer},
     * {@code Dyke} for {@code van Dyke}, and {@code van Dyke} for the {@code Dyke} of {@code Dirk van Dyke}. Where the whole
     * name is what it is sorted by, there is one if it begins with a family name and a comma: {@code Cruz} for
     * {@code de la Cruz, Juana}, or if it is in an alphabet other than Latin: {@code Петров} for {@code Иван Петров}.
     */
    public static Optional<String> otherForm(String sortAs, String name) {
        if (!Folding.fold(sortAs).equals(Folding.fold(name))) return shorterOrLonger(sortAs, name);
        Optional<String> first = PersonName.familyFirst(name);
        return first.isPresent()
                ? first.flatMap(family -> shorterOrLonger(family, name))
                : Optional.of(PersonName.ownWords(name))
                        .filter(words -> words.size() > 1 && words.stream().noneMatch(FamilyName::isLatinOrCjk))
                        .map(List::getLast);
    }

    private static boolean isLatinOrCjk(String word) {
        return word.codePoints()
                .filter(Character::isLetter)
                .anyMatch(c -> Characters.isCjk(c) || UnicodeScript.of(c) == UnicodeScript.LATIN);
    }

    private static Optional<String> shorterOrLonger(String family, String name) {
        return Arrays.stream(BETWEEN_WORDS.split(family))
                .filter(FamilyName::isWord)
                .reduce((_, last) -> last)
                .map(last -> ELISION.matcher(last).replaceFirst(""))
                .filter(last -> !last.equals(family))
                .or(() -> withParticles(family, name));
    }

    private static Optional<String> withParticles(String family, String name) {
        List<String> words = PersonName.ownWords(name);
        int at = words.lastIndexOf(family);
        int from = at;
        while (from > 0 && PersonName.isParticle(words.get(from - 1))) from--;
        boolean connected = from > 1 && from < at && PersonName.connects(words.get(from));
        if (connected) from--;
        return from == at ? Optional.empty() : Optional.of(String.join(" ", words.subList(from, at + 1)));
    }

    private static Optional<FamilyName> of(String family, String given) {
        return isWord(family) && isWord(given) ? Optional.of(new FamilyName(family, given)) : Optional.empty();
    }

    private static boolean isWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Does not print the name: it must not reach a log. */
    @Override
    public String toString() {
        return "FamilyName[hidden]";
    }
}
