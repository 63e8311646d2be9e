package org.undersigned.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How like another name is, folded and by what readers see (its skeleton): the same; near, which is the same words in another
 * order or a few slips of the pen (one for five letters or more, two for twelve or more); or held in a longer one.
 */
public final class Likeness {
    private static final int ONE_SLIP = 5;
    private static final int TWO_SLIPS = 12;
    private static final int FAR = 3;

    /** In letters: in a shorter word there is one slip at most. */
    private static final int LONG_WORD = 6;

    /** In characters: two signs in another order are as a rule two people. */
    private static final int MIN_TURNED = 3;

    /** In characters of NFKD, which 200 syllables of Hangul have; names of two longer forms that agree so far are called the same. */
    private static final int MAX_COMPARED = 600;

    /** Of a name in an alphabet that may be found in a row of letters without regard to where words end. */
    private static final int MIN_RUN = 8;

    private final Form folded;
    private final Form drawn;

    private Likeness(String text) {
        folded = Form.of(Folding.fold(text), text);
        drawn = Form.of(Skeleton.of(text), Skeleton.drawn(text));
    }

    /** Of a person as the public sees one: honorific and name together. */
    public static Likeness to(String shown) {
        return new Likeness(bounded(shown));
    }

    /** Of a person whose titles and remarks in brackets do not matter. */
    public static Likeness toPerson(String shown) {
        return new Likeness(PersonName.core(bounded(shown)));
    }

    /** Of an organisation, whose legal form, leading article and remarks in brackets do not matter. */
    public static Likeness toOrganisation(String name) {
        String bounded = bounded(name);
        String core = OrganisationName.core(bounded);
        return new Likeness(core.isEmpty() ? bounded : core);
    }

    /** One sign may be eighteen letters (ﷺ), and what they look like takes long to tell. */
    private static String bounded(String name) {
        String decomposed = Folding.decomposed(name);
        return decomposed.length() <= MAX_COMPARED ? name : decomposed.substring(0, MAX_COMPARED);
    }

    public boolean isSame(Likeness other) {
        return folded.isSame(other.folded) || drawn.isSame(other.drawn);
    }

    /** Also when it is the same. */
    public boolean isNear(Likeness other) {
        return folded.isNear(other.folded) || drawn.isNear(other.drawn);
    }

    /** Whether all words of the other stand in this one, with the few slips of a near name, in any order and any spacing. */
    public boolean holds(Likeness other) {
        return folded.holds(other.folded) || drawn.holds(other.drawn);
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); three stands for all above two. */
    static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) >= FAR) return FAR;
        int[] beforeLast = row(other.length());
        int[] last = row(other.length());
        int[] row = row(other.length());
        for (int j = 0; j <= Math.min(FAR, other.length()); j++) last[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            // Of a row only the band round the diagonal is looked at, and one place on either side of it.
            int from = Math.max(1, i - 2);
            int to = Math.min(other.length(), i + 2);
            row[from - 1] = from == 1 ? Math.min(i, FAR) : FAR;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                int distance = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                distance = Math.min(distance, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1))
                    distance = Math.min(distance, beforeLast[j - 2] + 1);
                row[j] = Math.min(distance, FAR);
                least = Math.min(least, row[j]);
            }
            if (to < other.length()) row[to + 1] = FAR;
            if (least == FAR) return FAR;
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }

    private static int[] row(int length) {
        int[] row = new int[length + 1];
        Arrays.fill(row, FAR);
        return row;
    }

    /** A name as it is compared: folded, or by its skeleton. */
    private record Form(
            String text, List<String> words, String row, String sorted, List<String> letterRuns, long letters) {
        static Form of(String form, String typed) {
            String text = form.isEmpty() ? typed : form;
            String compared = text.length() <= MAX_COMPARED ? text : text.substring(0, MAX_COMPARED);
            long letters = compared.chars()
                    .filter(c -> c != ' ')
                    .mapToLong(c -> 1L << c)
                    .reduce(0, (a, b) -> a | b);
            List<String> words = List.of(compared.split(" "));
            String sorted = words.stream().sorted().collect(Collectors.joining(" "));
            return new Form(compared, words, String.join("", words), sorted, letterRuns(words), letters);
        }

        /** Each slip takes at most one kind of letter away: most names differ by more, and need not be looked at. */
        private boolean lacksLettersOf(Form other) {
            return Long.bitCount(other.letters & ~letters) > 2;
        }

        boolean isSame(Form other) {
            return text.equals(other.text);
        }

        boolean isNear(Form other) {
            if (lacksLettersOf(other)) return false;
            return isSame(other)
                    || (text.length() == other.text.length() && (sorted.equals(other.sorted) || isTurned(other)))
                    || (distance(text, other.text) <= slips(Math.min(text.length(), other.text.length()))
                            && isNearByWords(other));
        }

        /** The given name first where the other has it last, in a script that may not part them. */
        private boolean isTurned(Form other) {
            return text.length() >= MIN_TURNED
                    && Characters.isCjk(text.codePointAt(0))
                    && (text + text).contains(other.text);
        }

        /** Two slips in one short word make another of it: Wood is not Atwood, nor Ali Amin. */
        private boolean isNearByWords(Form other) {
            if (words.size() != other.words.size()) return true;
            for (int i = 0; i < words.size(); i++) {
                String one = words.get(i);
                String its = other.words.get(i);
                if (Math.min(one.length(), its.length()) < LONG_WORD && distance(one, its) > 1) return false;
            }
            return true;
        }

        boolean holds(Form other) {
            if (lacksLettersOf(other)) return false;
            if (isNear(other)) return true;
            String sought = other.row;
            if (row.equals(sought) || letterRuns.contains(sought)) return true;
            if (row.contains(sought) && (sought.length() >= MIN_RUN || Characters.isCjk(sought.codePointAt(0))))
                return true;
            int left = slips(other.text.length());
            for (String word : other.words) {
                int least = FAR;
                for (int i = 0; i < words.size() && least > 0; i++)
                    least = Math.min(least, slipsBetween(words.get(i), word));
                left -= least;
                if (left < 0) return false;
            }
            return true;
        }

        /** What words of one letter make together: {@code B o n o}. */
        private static List<String> letterRuns(List<String> words) {
            List<String> runs = new ArrayList<>();
            var run = new StringBuilder();
            for (String word : words) {
                if (word.length() == 1) run.append(word);
                else if (!run.isEmpty()) {
                    runs.add(run.toString());
                    run.setLength(0);
                }
            }
            runs.add(run.toString());
            return runs;
        }

        private static int slipsBetween(String one, String other) {
            if (one.equals(other)) return 0;
            if (slips(Math.min(one.length(), other.length())) == 0) return FAR;
            int distance = distance(one, other);
            return distance <= slips(Math.min(one.length(), other.length())) ? distance : FAR;
        }

        private static int slips(int length) {
            if (length >= TWO_SLIPS) return 2;
            return length >= ONE_SLIP ? 1 : 0;
        }
    }
}
