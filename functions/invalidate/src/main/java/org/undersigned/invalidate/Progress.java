package org.undersigned.invalidate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.undersigned.domain.SignatureId;

/**
 * How many were found, rejected and restored so far, and the place where the search goes on. {@code pending} are those
 * that the next piece changes: written down before it does, so that a piece which is done twice counts once.
 */
record Progress(
        int found, int rejected, int restored, String place, List<SignatureId> pending, List<SignatureId> examples) {
    /** No part of a statement is called so. */
    static final String START = "start";

    /** Nor so. */
    static final String END = "end";

    private static final int EXAMPLES = 10;

    static final Progress NONE = new Progress(0, 0, 0, START, List.of(), List.of());

    /** With more that were found, of which some by chance become examples, each with the same chance. */
    Progress found(List<SignatureId> more, String next, RandomGenerator random) {
        List<SignatureId> chosen = new ArrayList<>(examples);
        int number = found;
        for (SignatureId one : more) {
            number++;
            if (chosen.size() < EXAMPLES) chosen.add(one);
            else {
                int at = random.nextInt(number);
                if (at < EXAMPLES) chosen.set(at, one);
            }
        }
        return new Progress(number, rejected, restored, next, List.of(), List.copyOf(chosen));
    }

    /** What was pending is done. */
    Progress rejected(int more) {
        return new Progress(found, rejected + more, restored, place, List.of(), examples);
    }

    /** What was pending is done. */
    Progress restored(int more) {
        return new Progress(found, rejected, restored + more, place, List.of(), examples);
    }

    Progress to(String next, List<SignatureId> doing) {
        return new Progress(found, rejected, restored, next, doing, examples);
    }

    /** From another place on, with nothing pending. */
    Progress from(String other) {
        return to(other, List.of());
    }

    boolean isAtEnd() {
        return place.equals(END);
    }
}
