package org.undersigned.sendemail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.undersigned.domain.Address;
import org.undersigned.domain.EmailCount;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Waiting;
import org.undersigned.lambda.Env;
import org.undersigned.lambda.Metrics;
import org.undersigned.tables.EmailCounts;
import org.undersigned.tables.Mailboxes;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.AccountSendingPausedException;
import software.amazon.awssdk.services.ses.model.ConfigurationSetSendingPausedException;
import software.amazon.awssdk.services.ses.model.SesException;

/** Sends the email that is due for what a message refers to, if any is and the mailbox may get it. */
final class SendEmail {
    private final DueEmails dueEmails;
    private final OrganiserEmails organiserEmails;
    private final Mailboxes mailboxes;
    private final KeyedHash hash;
    private final int mostADay;
    private final Envelope envelope;
    private final SesClient ses;
    private final Pace pace;
    private final Metrics metrics;
    private final EmailCounts counts;

    SendEmail(Env env, Pace pace) {
        hash = env.keyedHash();
        EmailLinks links = new EmailLinks(env, hash);
        dueEmails = new DueEmails(env, links);
        organiserEmails = new OrganiserEmails(env, links, hash);
        mailboxes = new Mailboxes(env);
        mostADay = env.number("MAILBOX_EMAILS");
        envelope = new Envelope(env.required("SENDER"), env.required("CONFIGURATION_SET"), env.clock());
        ses = env.client(SesClient.builder());
        metrics = env.metrics();
        counts = new EmailCounts(env);
        this.pace = pace;
    }

    /**
     * {@code message} is {@code {signer, request, requestId}} or {@code {signer, capacity, owed, requestId}}, as queue-emails
     * writes it, or {@code {statement, waiting, since}}, as announce-waiting does. Throws {@link Paused} when SES sends
     * nothing for now, {@link Uncounted} when it has sent what could not be counted then.
     */
    void send(Map<String, Object> message) {
        Optional<Due> due = find(message);
        Optional<String> requestId = requestId(message);
        Metrics counted = requestId.map(metrics::of).orElse(metrics);
        if (due.isEmpty() || !mayGet(due.get(), counted)) return;
        byte[] sealed = envelope.seal(due.get(), requestId);
        pace.await();
        try {
            ses.sendRawEmail(r -> r.rawMessage(raw -> raw.data(SdkBytes.fromByteArray(sealed))));
        } catch (SesException e) {
            throw isPaused(e) ? new Paused(e) : e;
        }
        // Without its number: receipt, not receipt-2.
        counted.count("Emails", "Kind", due.get().kind().replaceAll("-[0-9]+$", ""));
        try {
            counts.add(due.get().statement(), EmailCount.Kind.SENT, 1);
        } catch (RuntimeException e) {
            throw new Uncounted(e);
        }
    }

    /** The call of the API that the email goes back to, where that is known. */
    static Optional<String> requestId(Map<String, Object> message) {
        return message.get("requestId") instanceof String id ? Optional.of(id) : Optional.empty();
    }

    /** The quota has the error code of the rate, which is over in a second; only the message tells them apart. */
    private static boolean isPaused(SesException e) {
        return e instanceof AccountSendingPausedException
                || e instanceof ConfigurationSetSendingPausedException
                || String.valueOf(e.getMessage()).contains("Daily message quota exceeded");
    }

    /** The daily quota is used up, or sending is paused: no email gets through for some time, this one or others. */
    static final class Paused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Paused(SesException cause) {
            super(cause.awsErrorDetails().errorMessage(), cause);
        }
    }

    /** It is sent, and must not be sent again for being missing from the moderators' numbers. */
    static final class Uncounted extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Uncounted(RuntimeException cause) {
            super(cause);
        }
    }

    private Optional<Due> find(Map<String, Object> message) {
        if (message.containsKey("waiting"))
            return organiserEmails.of(
                    (String) message.get("statement"),
                    new Waiting((Integer) message.get("waiting"), Instant.parse((String) message.get("since"))));
        String signer = (String) message.get("signer");
        return message.containsKey("request")
                ? dueEmails.of(new RequestId(signer, (String) message.get("request")))
                : dueEmails.of(new SignatureId(signer, (String) message.get("capacity")), (String) message.get("owed"));
    }

    /** What others can cause is counted; what its reader has done is answered, and an organiser is told once a day. */
    private boolean mayGet(Due due, Metrics counted) {
        String mailbox = hash.mailbox(Address.of(due.to()).orElseThrow());
        boolean may = due.ownDoing() ? !mailboxes.isStopped(mailbox) : mailboxes.count(mailbox, due.name(), mostADay);
        if (may) return true;
        counted.count("Refusals", "Limit", "mailbox");
        counts.addOnce(due.statement(), EmailCount.Kind.MAILBOX, due.name());
        return false;
    }
}
