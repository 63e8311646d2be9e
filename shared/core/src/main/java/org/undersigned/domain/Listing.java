package org.undersigned.domain;

/** The partition of the public index under which a category's published signatures stand. */
public final class Listing {
    private static final String UNLISTED = "unlisted#";

    private Listing() {}

    public static boolean isListed(String listing) {
        return !listing.startsWith(UNLISTED);
    }

    /** Unlisted signatures have a partition of their own, so that they can be counted and never be listed. */
    public static String of(String statement, String category, boolean listed) {
        return (listed ? "" : UNLISTED) + statement + "#" + category;
    }
}
