package org.undersigned.journeys;

/**
 * Whether tests take as many rows as are promised for, which takes minutes ({@code mvn verify -Pfull}, as {@code .ci/run}
 * does), or as few as show the same.
 */
final class Full {
    static final boolean CHOSEN = Boolean.getBoolean("full");

    private Full() {}

    static int or(int full, int few) {
        return CHOSEN ? full : few;
    }
}
