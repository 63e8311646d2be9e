package org.undersigned.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Makes the tables that {@link Folding} and {@link Skeleton} read, from Unicode's data as ICU4J has it. */
final class UnicodeTables {
    static final Path FOLDER = Path.of("src/main/resources/org/undersigned/text");

    private UnicodeTables() {}

    /** Writes them anew: after a newer ICU4J whose Unicode is that of Java's. */
    public static void main(String... args) throws IOException {
        Files.writeString(FOLDER.resolve("confusables.txt"), confusables());
        Files.writeString(FOLDER.resolve("plain-letters.txt"), plainLetters());
    }

    static String confusables() {
        var checker = new SpoofChecker.Builder().build();
        return table(
                "Letters and digits by what they look like: the prototype, a tab, and all that are drawn like it.\n"
                        + "# From confusables.txt of Unicode UTS 39, by way of ICU4J's SpoofChecker; only what NFKD"
                        + " leaves.",
                (c, add) -> {
                    if (!Character.isLetterOrDigit(c)) return;
                    String prototype = checker.getSkeleton(Character.toString(c));
                    if (!prototype.equals(Character.toString(c))) add.accept(prototype, c);
                });
    }

    static String plainLetters() {
        var toAscii = Transliterator.getInstance("Latin-ASCII");
        return table(
                "Small letters that NFKD leaves whole, by the plain letters they are read as.\n"
                    + "# Latin: from CLDR's transform Latin-ASCII, by way of ICU4J; what that leaves whole, by the"
                    + " letter before\n"
                    + "# it in CLDR's root collation. Arabic: letters that keyboards of other languages have in their"
                    + " place.",
                (c, add) -> {
                    if (Folding.lower(c) != c) return;
                    String arabic = ARABIC.get(c);
                    if (arabic != null) add.accept(arabic, c);
                    if (c < 0x80 || UnicodeScript.of(c) != UnicodeScript.LATIN) return;
                    String plain = toAscii.transliterate(Character.toString(c));
                    if (plain.matches("[A-Za-z]+")) add.accept(Text.clean(plain).toLowerCase(java.util.Locale.ROOT), c);
                    else if (Character.getType(c) == Character.LOWERCASE_LETTER)
                        before(c).ifPresent(l -> add.accept(l, c));
                });
    }

    /** As Lucene's normalizers of Arabic and Persian have them. */
    private static final Map<Integer, String> ARABIC =
            Map.of((int) 'ٱ', "ا", (int) 'ى', "ی", (int) 'ي', "ی", (int) 'ک', "ك", (int) 'ة', "ه", (int) 'ہ', "ه");

    /** The last letter from a to z that the root collation has before it. */
    private static Optional<String> before(int letter) {
        Collator root = Collator.getInstance(ULocale.ROOT);
        root.setStrength(Collator.PRIMARY);
        return "abcdefghijklmnopqrstuvwxyz"
                .chars()
                .mapToObj(Character::toString)
                .filter(plain -> root.compare(plain, Character.toString(letter)) <= 0)
                .reduce((_, last) -> last);
    }

    private static String table(String title, EachCharacter entries) {
        Map<String, StringBuilder> classes = new TreeMap<>();
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.isDefined(c) && Character.isLetterOrDigit(c))
                .filter(c -> Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                        .equals(Character.toString(c)))
                .forEach(c -> entries.each(
                        c,
                        (to, from) -> classes.computeIfAbsent(to, _ -> new StringBuilder())
                                .appendCodePoint(from)));
        var text = new StringBuilder("# " + title + "\n# ICU4J " + VersionInfo.ICU_VERSION.getMajor() + "."
                + VersionInfo.ICU_VERSION.getMinor() + ", Unicode " + VersionInfo.UNICODE_16_0.getMajor()
                + ".0. Made by UnicodeTables; not written by hand.\n");
        classes.forEach((to, from) -> text.append(to).append('\t').append(from).append('\n'));
        return text.toString();
    }

    private interface EachCharacter {
        void each(int character, BiConsumer<String, Integer> add);
    }
}
