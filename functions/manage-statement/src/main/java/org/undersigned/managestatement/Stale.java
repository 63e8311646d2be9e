package org.undersigned.managestatement;

import org.undersigned.http.Problem;

/** The answer to whoever has not seen the statement as it is. */
final class Stale {
    private Stale() {}

    static Problem.Refusal refusal() {
        return Problem.Refusal.of(
                412,
                "The statement is not as you saw it: get it, change that, and put it with its ETag as If-Match; without"
                        + " If-Match one is created.");
    }
}
