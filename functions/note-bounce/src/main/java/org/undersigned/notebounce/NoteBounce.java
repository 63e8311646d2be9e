package org.undersigned.notebounce;

import java.util.Optional;
import org.undersigned.domain.Bounce;
import org.undersigned.domain.Change;
import org.undersigned.domain.EmailCount;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Owed;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.lambda.Env;
import org.undersigned.tables.EmailCounts;
import org.undersigned.tables.Mailboxes;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;

/** Notes an email that did not reach its reader where moderators see it, and sends no more where none can or should arrive. */
final class NoteBounce {
    private final SigningRequests requests;
    private final Signatures signatures;
    private final Mailboxes mailboxes;
    private final EmailCounts counts;
    private final KeyedHash hash;

    NoteBounce(Env env) {
        requests = new SigningRequests(env);
        signatures = new Signatures(env);
        mailboxes = new Mailboxes(env);
        counts = new EmailCounts(env);
        hash = env.keyedHash();
    }

    void note(Feedback feedback) {
        String mailbox = hash.mailbox(feedback.to());
        switch (feedback.bounce()) {
            case COMPLAINT -> mailboxes.stop(mailbox, Mailboxes.Stop.COMPLAINT);
            case PERMANENT -> mailboxes.stop(mailbox, Mailboxes.Stop.UNDELIVERABLE);
            case TRANSIENT -> {}
        }
        String signer = hash.signer(feedback.statement(), feedback.to());
        if (RequestId.isSigning(feedback.subject()))
            requests.find(new RequestId(signer, feedback.subject()))
                    .filter(request -> isNews(feedback.bounce(), request.bounce()))
                    .ifPresent(request -> requests.noteBounce(request, feedback.bounce()));
        else
            SignatureId.read(signer + "." + feedback.subject())
                    .ifPresent(id -> signatures.change(id, before -> noted(feedback, before)));
        var kind = feedback.bounce() == Bounce.COMPLAINT ? EmailCount.Kind.COMPLAINED : EmailCount.Kind.BOUNCED;
        // By the email's own name: what SNS tells twice is one, and so is what came back for now and then for good.
        counts.addOnce(feedback.statement(), kind, signer + "." + feedback.subject() + "#" + feedback.kind());
    }

    /** News of an earlier email are out of date. */
    private static Change<Boolean> noted(Feedback feedback, Optional<Signature> before) {
        return before.filter(signature -> isNewest(feedback, signature)
                        && isNews(feedback.bounce(), signature.review().bounce()))
                .map(signature -> Change.becomes(signature.bounced(feedback.bounce()), true))
                .orElseGet(() -> Change.stays(false));
    }

    /** A tag cannot hold {@code #}: {@code receipt#1} is {@code receipt-1} there. */
    private static boolean isNewest(Feedback feedback, Signature signature) {
        return signature
                .owed()
                .map(Owed::label)
                .map(label -> label.replace('#', '-'))
                .filter(feedback.kind()::equals)
                .isPresent();
    }

    /** Events come in any order, and more than once: what may pass does not hide what will not. */
    private static boolean isNews(Bounce told, Optional<Bounce> known) {
        return known.isEmpty() || (told != Bounce.TRANSIENT && known.get() != told);
    }
}
