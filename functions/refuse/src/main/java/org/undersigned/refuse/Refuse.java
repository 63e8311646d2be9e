package org.undersigned.refuse;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.undersigned.domain.SigningRequest;
import org.undersigned.lambda.Env;
import org.undersigned.links.Token;
import org.undersigned.tables.Mailboxes;
import org.undersigned.tables.SigningRequests;

/** Drops what was asked for with an address, and stops or allows emails to its mailbox; never touches a signature. */
final class Refuse {
    private final SigningRequests requests;
    private final Mailboxes mailboxes;
    private final Clock clock;

    Refuse(Env env) {
        requests = new SigningRequests(env);
        mailboxes = new Mailboxes(env);
        clock = env.clock();
    }

    /** What refusing would meet; changes nothing. */
    Met look(Token.Refuse token) {
        List<SigningRequest> open = requests.open(token.signer(), clock.instant());
        return new Met(open.stream().findFirst(), open.size(), mailboxes.isStopped(token.mailbox()));
    }

    /** Whether the mailbox gets no emails now. */
    boolean refuse(Token.Refuse token, boolean silence) {
        requests.removeAll(token.signer());
        if (silence) mailboxes.stop(token.mailbox(), Mailboxes.Stop.SILENCED);
        return silence || mailboxes.isStopped(token.mailbox());
    }

    void lift(Token.Refuse token) {
        mailboxes.lift(token.mailbox());
    }

    boolean isExpired(Token.Refuse token) {
        return token.isExpired(clock.instant());
    }

    /** The newest open request of the address, how many there are, and whether its mailbox gets no emails. */
    record Met(Optional<SigningRequest> newest, int open, boolean silenced) {}
}
