package org.undersigned.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Titles before a name, and titles, degrees, orders and generations behind it: {@code PhD}, {@code M.P.}, {@code III}. */
final class Titles {
    private static final Pattern VOWEL = Pattern.compile("[AEIOUYaeiouy]");

    /** Up to so many letters a title in another case than its own may be a name. */
    private static final int MAX_NAMED = 4;

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
        boolean named = VOWEL.matcher(letters).find();
        if (!listed.equals(listed.toUpperCase(Locale.ROOT)))
            return letters.equals(listed) || !named || letters.length() > MAX_NAMED;
        return letters.equals(listed) && (capitalsTell || letters.length() > 2 || !named);
    }

    /** Whether it is one with the full stop behind it, such as {@code Dr.} and {@code jun.}, and may be a name without. */
    static boolean isStopped(String word) {
        return word.endsWith(".") && Table.STOPPED.contains(letters(word).toLowerCase(Locale.ROOT));
    }

    /** Whether it would be a host by its form, such as {@code b.sc} and {@code dr.med}, but is a degree. */
    static boolean isDegree(String host) {
        return Table.DEGREES.contains(host) || Table.STOPPED.containsAll(List.of(host.split("\\.")));
    }

    /** Whether it is a form of address before a name, such as {@code Dr.} or {@code Hon}. */
    static boolean isBefore(String word) {
        return Before.LETTERS.contains(letters(word).toLowerCase(Locale.ROOT));
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

    /** Read once names are compared. */
    private static final class Before {
        private static final Set<String> LETTERS = Lines.of(Titles.class, "titles-before.txt").stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(Collectors.toSet());
    }

    /** Read once a name has more than one word. */
    private static final class Table {
        private static final Map<String, String> BY_LETTERS = new HashMap<>();
        private static final Set<String> DEGREES = new HashSet<>();
        private static final Set<String> STOPPED = new HashSet<>();

        static {
            for (String line : Lines.of(Titles.class, "titles.txt"))
                for (String title : line.split(" ")) {
                    if (title.indexOf('.') == title.length() - 1) {
                        STOPPED.add(letters(title).toLowerCase(Locale.ROOT));
                        continue;
                    }
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
