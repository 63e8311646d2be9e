package org.undersigned.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Titles, degrees, orders and generations that stand after a name: {@code PhD}, {@code M.P.}, {@code Jr.}, {@code III}. */
final class Titles {
    private static final Set<String> BEFORE = Set.of(
            "dr",
            "prof",
            "professor",
            "hon",
            "honourable",
            "honorable",
            "rt",
            "right",
            "the",
            "sir",
            "dame",
            "lord",
            "lady",
            "rev",
            "reverend",
            "fr",
            "father",
            "sr",
            "sister",
            "mr",
            "mrs",
            "ms",
            "mx",
            "miss",
            "mme",
            "mlle",
            "m",
            "herr",
            "frau",
            "don",
            "doña",
            "senator",
            "sen",
            "mp",
            "me",
            "ing",
            "dipl",
            "mag",
            "rabbi",
            "imam",
            "sheikh",
            "judge",
            "justice",
            "capt",
            "col",
            "gen",
            "lt",
            "maj",
            "sgt",
            "president",
            "minister",
            "ambassador",
            "docteur");

    private Titles() {}

    /** Without capitals to tell it by, as in a name all in capitals, a short title needs its full stops. */
    static boolean isTitle(String word, boolean capitalsTell) {
        String letters = letters(word);
        if (letters.isEmpty()) return false;
        boolean stopped = word.indexOf('.') >= 0 && word.indexOf('.') < word.length() - 1;
        String listed = Table.BY_LETTERS.get(letters.toLowerCase(Locale.ROOT));
        if (listed == null) return false;
        if (stopped) return true;
        if (listed.indexOf('.') >= 0) return false;
        if (!listed.equals(listed.toUpperCase(Locale.ROOT))) return true;
        return letters.equals(listed) && (capitalsTell || letters.length() > 2 || !letters.matches(".*[AEIOUY].*"));
    }

    /** Whether it would be a host by its form, such as {@code b.sc}, but is a degree. */
    static boolean isDegree(String host) {
        return Table.DEGREES.contains(host);
    }

    /** Whether it is a form of address before a name, such as {@code Dr.} or {@code Hon}. */
    static boolean isBefore(String word) {
        return BEFORE.contains(letters(word).toLowerCase(Locale.ROOT));
    }

    private static String letters(String word) {
        var letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLetter(c)) letters.append(c);
            else if (c != '.' && c != '\'' && c != '’' && c != '-' && c != ';') return "";
        }
        return letters.toString();
    }

    /** Read once a name has more than one word. */
    private static final class Table {
        private static final Map<String, String> BY_LETTERS = new HashMap<>();
        private static final Set<String> DEGREES = new HashSet<>();

        static {
            for (String line : Lines.of(Titles.class, "titles.txt"))
                for (String title : line.split(" ")) {
                    BY_LETTERS.put(letters(title).toLowerCase(Locale.ROOT), title);
                    DEGREES.add(host(title));
                }
        }

        /** {@code BSc} is written {@code B.Sc.}, with a full stop before each capital. */
        private static String host(String title) {
            return letters(title).replaceAll("(?<=.)(?=\\p{Lu})", ".").toLowerCase(Locale.ROOT);
        }
    }
}
