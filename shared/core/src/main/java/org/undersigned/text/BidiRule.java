package org.undersigned.text;

import java.util.Arrays;

/** The Bidi rule for domains in which something is written from right to left (RFC 5893, 2). */
final class BidiRule {
    private BidiRule() {}

    static boolean isNeeded(String[] labels) {
        return Arrays.stream(labels).flatMapToInt(String::codePoints).anyMatch(BidiRule::isRightToLeft);
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }

    /** Of one label of such a domain. */
    static boolean isKeptBy(String label) {
        int[] directions = label.codePoints()
                .map(Character::getDirectionality)
                .filter(d -> d != Character.DIRECTIONALITY_NONSPACING_MARK)
                .toArray();
        if (directions.length == 0) return false;
        int first = directions[0];
        int last = directions[directions.length - 1];
        boolean right = first == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || first == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        if (!right && first != Character.DIRECTIONALITY_LEFT_TO_RIGHT) return false;
        boolean european = false;
        boolean arabic = false;
        for (int direction : directions) {
            switch (direction) {
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    if (!right) return false;
                }
                case Character.DIRECTIONALITY_ARABIC_NUMBER -> {
                    if (!right) return false;
                    arabic = true;
                }
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    if (right) return false;
                }
                case Character.DIRECTIONALITY_EUROPEAN_NUMBER -> european = true;
                case Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
                        Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
                        Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
                        Character.DIRECTIONALITY_OTHER_NEUTRALS,
                        Character.DIRECTIONALITY_BOUNDARY_NEUTRAL -> {}
                default -> {
                    return false;
                }
            }
        }
        if (european && arabic) return false;
        return last == Character.DIRECTIONALITY_EUROPEAN_NUMBER
                || (right
                        ? last == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || last == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                                || last == Character.DIRECTIONALITY_ARABIC_NUMBER
                        : last == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }
}
