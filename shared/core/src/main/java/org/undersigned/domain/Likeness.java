package org.undersigned.domain;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How like another name is: the same when folded, or near, which is the same words in another order, or a few slips of
 * the pen (one for five letters or more, two for twelve or more).
 */
public final class Likeness {
    private static final int ONE_SLIP = 5;
    private static final int TWO_SLIPS = 12;

    private final String folded;

    private Likeness(String name) {
        String letters = Folding.fold(name);
        folded = letters.isEmpty() ? name : letters;
    }

    public static Likeness to(String name) {
        return new Likeness(name);
    }

    public boolean isSame(String other) {
        return isSame(to(other));
    }

    public boolean isSame(Likeness other) {
        return folded.equals(other.folded);
    }

    /** Also when it is the same. */
    public boolean isNear(String other) {
        return isNear(to(other));
    }

    /** Also when it is the same. */
    public boolean isNear(Likeness other) {
        return isSame(other)
                || (folded.length() == other.folded.length() && sorted().equals(other.sorted()))
                || distance(folded, other.folded) <= slips(Math.min(folded.length(), other.folded.length()));
    }

    private static int slips(int length) {
        if (length >= TWO_SLIPS) return 2;
        return length >= ONE_SLIP ? 1 : 0;
    }

    private String sorted() {
        return Arrays.stream(folded.split(" ")).sorted().collect(Collectors.joining(" "));
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); above two it need not be exact. */
    static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) return 3;
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) last[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
            }
            beforeLast = last;
            last = row;
        }
        return last[other.length()];
    }
}
