package org.undersigned.reviewqueue;

import java.util.List;
import org.undersigned.admin.Parallel;
import org.undersigned.admin.SignatureJson.Flag;
import org.undersigned.domain.Signature;

/** A signature with the flags that comparing it with others has raised. */
record Flagged(Signature signature, List<Flag> flags) {

    static List<Flagged> all(Flags flags, List<Signature> found) {
        return Parallel.map(found, signature -> new Flagged(signature, flags.on(signature.asEdited())));
    }
}
