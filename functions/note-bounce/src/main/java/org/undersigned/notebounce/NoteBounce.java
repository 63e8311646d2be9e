package org.undersigned.notebounce;

import java.util.Optional;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Signature;
import org.undersigned.tables.Signatures;

/** Notes on a signature that its newest mail did not reach its reader; news of an earlier mail are out of date. */
public final class NoteBounce {
    private static final int MAX_ATTEMPTS = 10;

    private final Signatures signatures;

    public NoteBounce(Signatures signatures) {
        this.signatures = signatures;
    }

    void note(Feedback feedback) {
        Optional<Signature> found = signatures.find(feedback.id());
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            if (found.filter(signature -> isNews(feedback, signature)).isEmpty()) return;
            if (!(signatures.bounce(found.get(), feedback.bounce())
                    instanceof Signatures.Change.Refused(Optional<Signature> now))) return;
            found = now;
        }
        throw new IllegalStateException("a signature changes faster than its mail comes back");
    }

    /** Events come in any order, and more than once: what may pass does not hide what will not. */
    private static boolean isNews(Feedback feedback, Signature signature) {
        boolean newest = signature
                .mailing()
                .filter(mailing -> mailing.label().equals(feedback.mail()))
                .isPresent();
        Optional<Bounce> known = signature.review().bounce();
        return newest
                && (known.isEmpty() || (feedback.bounce() != Bounce.TRANSIENT && known.get() != feedback.bounce()));
    }
}
