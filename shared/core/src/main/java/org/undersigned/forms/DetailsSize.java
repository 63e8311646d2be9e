package org.undersigned.forms;

import org.undersigned.domain.Details;

/** The bound on all that a signer says together: each text is within its own, and the row must be within its. */
public final class DetailsSize {
    private DetailsSize() {}

    /** Of other words beside those that stand: both lie in one row. */
    public static boolean check(Details edited, Details standing, Form form) {
        boolean fits = edited.bytes() + standing.bytes() <= Details.MAX_BYTES;
        if (!fits)
            form.error(
                    "name",
                    "too-long",
                    "and the other texts, before and after the change, must have at most " + Details.MAX_BYTES
                            + " bytes in UTF-8 together");
        return fits;
    }

    /** Tells the form where it is passed. */
    public static boolean check(Details details, Form form) {
        if (!details.fits())
            form.error(
                    "name",
                    "too-long",
                    "and the other texts must have at most " + Details.MAX_BYTES + " bytes in UTF-8 together");
        return details.fits();
    }
}
