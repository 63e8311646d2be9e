package org.undersigned.sendemail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.undersigned.domain.Mailing;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Aws;
import org.undersigned.lambda.Env;
import org.undersigned.links.Shown;
import org.undersigned.links.Token;
import org.undersigned.links.TokenKeys;
import org.undersigned.links.Tokens;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.Statements;
import org.undersigned.tables.Tallies;
import org.undersigned.wording.Mail;
import org.undersigned.wording.Mails;
import org.undersigned.wording.Rejection;
import org.undersigned.wording.Standing;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;

/** Sends the mail that a signature asks for, unless it has asked for a newer one since. */
public final class SendEmail {
    /** Withdrawal links stay good: nobody should have to look for a newer mail to leave. */
    private static final Duration WITHDRAWABLE = Duration.ofDays(3650);

    private final Signatures signatures;
    private final Statements statements;
    private final Claims claims;
    private final Tokens tokens;
    private final String publicUrl;
    private final Envelope envelope;
    private final SesClient ses;
    private final Pace pace;

    /** {@code publicUrl} is what the API's paths follow, without a slash at its end. */
    public SendEmail(
            Signatures signatures,
            Statements statements,
            Claims claims,
            Tokens tokens,
            String publicUrl,
            Envelope envelope,
            SesClient ses,
            Pace pace) {
        this.signatures = signatures;
        this.statements = statements;
        this.claims = claims;
        this.tokens = tokens;
        this.publicUrl = publicUrl;
        this.envelope = envelope;
        this.ses = ses;
        this.pace = pace;
    }

    static SendEmail fromEnv() {
        var client = Aws.dynamoDb();
        var signatures = Signatures.fromEnv(client);
        var statements = Statements.fromEnv(client);
        return new SendEmail(
                signatures,
                statements,
                new Claims(signatures, statements, Tallies.fromEnv(client)),
                new Tokens(TokenKeys.fromEnv()),
                Env.required("PUBLIC_URL"),
                Envelope.fromEnv(),
                Aws.client(SesClient.builder()),
                Pace.fromEnv());
    }

    /** Sends mail {@code label} of a signature; a stale one, or one that nobody needs any more, is left unsent. */
    void send(SignatureId id, String label) {
        Optional<Signature> found = signatures.find(id);
        if (found.isEmpty()) return;
        Signature signature = found.get();
        Optional<Mailing> mailing =
                signature.mailing().filter(newest -> newest.label().equals(label));
        if (mailing.isEmpty() || signature.email().isEmpty()) return;
        String withdrawal = link(
                "/withdrawals/",
                Token.Purpose.WITHDRAW,
                signature,
                mailing.get().at().plus(WITHDRAWABLE));
        Optional<Mail> mail = mail(signature, mailing.get(), withdrawal);
        if (mail.isEmpty()) return;
        byte[] message = envelope.seal(signature.email().get(), mail.get(), withdrawal, id, label);
        pace.await();
        ses.sendRawEmail(r -> r.rawMessage(raw -> raw.data(SdkBytes.fromByteArray(message))));
    }

    private Optional<Mail> mail(Signature signature, Mailing mailing, String withdrawal) {
        Shown shown = Shown.of(signature, statements);
        return switch (mailing.kind()) {
            case CONFIRMATION -> {
                if (signature.status() != Status.PENDING || !claims.settle(signature)) yield Optional.empty();
                Instant validUntil = signature.expiresAt().orElseThrow();
                String confirmation = link("/confirmations/", Token.Purpose.CONFIRM, signature, validUntil);
                yield Optional.of(
                        Mails.confirmation(shown.language(), shown.signing(), confirmation, withdrawal, validUntil));
            }
            case REJECTION -> {
                if (signature.status() != Status.REJECTED) yield Optional.empty();
                yield Optional.of(Mails.rejected(shown.language(), shown.signing(), rejection(signature), withdrawal));
            }
            case ALREADY_SIGNED ->
                standing(signature.status())
                        .map(standing -> Mails.alreadySigned(shown.language(), shown.signing(), standing, withdrawal));
        };
    }

    private static Rejection rejection(Signature signature) {
        return switch (signature.review().rejectedFor().orElse(RejectionReason.OTHER)) {
            case FORGED -> Rejection.FORGED;
            case NO_MANDATE -> Rejection.NO_MANDATE;
            case DUPLICATE -> Rejection.DUPLICATE;
            case NOT_GENUINE -> Rejection.NOT_GENUINE;
            case OFFENSIVE -> Rejection.OFFENSIVE;
            case WRONG_CATEGORY -> Rejection.WRONG_CATEGORY;
            case ON_REQUEST -> Rejection.ON_REQUEST;
            case OTHER -> Rejection.OTHER;
        };
    }

    private static Optional<Standing> standing(Status status) {
        return switch (status) {
            case PUBLISHED -> Optional.of(Standing.PUBLISHED);
            case IN_REVIEW -> Optional.of(Standing.IN_REVIEW);
            case REJECTED -> Optional.of(Standing.REJECTED);
            case PENDING, WITHDRAWN -> Optional.empty();
        };
    }

    private String link(String path, Token.Purpose purpose, Signature signature, Instant expiresAt) {
        return publicUrl + path + tokens.write(new Token(purpose, signature.id(), signature.revision(), expiresAt));
    }
}
