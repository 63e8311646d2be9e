package org.undersigned.text;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
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
                "Small Latin letters that NFKD leaves whole, by the plain letters they are read as."
                        + "\n# From CLDR's transform Latin-ASCII, by way of ICU4J.",
                (c, add) -> {
                    if (c < 0x80 || UnicodeScript.of(c) != UnicodeScript.LATIN || Folding.lower(c) != c) return;
                    String plain = toAscii.transliterate(Character.toString(c));
                    if (plain.matches("[A-Za-z]+")) add.accept(Text.clean(plain).toLowerCase(java.util.Locale.ROOT), c);
                });
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
