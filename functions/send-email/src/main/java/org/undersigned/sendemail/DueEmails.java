package org.undersigned.sendemail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Owed;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.links.Shown;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;
import org.undersigned.tables.Statements;
import org.undersigned.wording.Email;
import org.undersigned.wording.Emails;
import org.undersigned.wording.Rejection;

/** Finds the email that is right at this moment: what has changed since it came to be owed is not told any more. */
final class DueEmails {
    private final SigningRequests requests;
    private final Signatures signatures;
    private final Statements statements;
    private final EmailLinks links;
    private final StatusEmails statusEmails;
    private final Duration coolDown;
    private final Clock clock;

    DueEmails(Env env, KeyedHash hash) {
        requests = new SigningRequests(env);
        signatures = new Signatures(env);
        statements = new Statements(env);
        links = new EmailLinks(env, hash);
        statusEmails = new StatusEmails(env, links);
        coolDown = env.duration("COOL_DOWN");
        clock = env.clock();
    }

    /** What the address is told that was given in a form. */
    Optional<Due> of(RequestId id) {
        return id.isStatus()
                ? requests.findStatus(id).map(asked -> statusEmails.of(asked, statement(asked.statement())))
                : requests.find(id).filter(this::isNews).flatMap(this::answer);
    }

    /** What a signature owes, unless it has come to owe another one since. */
    Optional<Due> of(SignatureId id, String owed) {
        return signatures
                .find(id)
                .filter(signature ->
                        signature.owed().map(Owed::label).filter(owed::equals).isPresent())
                .flatMap(this::owed);
    }

    private Optional<Due> answer(SigningRequest request) {
        Statement statement = statement(request.statement());
        Optional<Signature> signed =
                signatures.find(request.signature()).filter(signature -> signature.status() != Status.WITHDRAWN);
        String refuse = links.refuse(request.id().signer(), request.emailAddress(), request.askedAt());
        if (signed.isPresent())
            return signed.filter(signature -> !signature.isOf(request.id()))
                    .map(signature -> due(request, alreadySigned(statement, signature, refuse), refuse, "signed"));
        Instant now = clock.instant();
        if (request.isExpired(now) || !statement.isConfirmableAt(now)) return Optional.empty();
        Shown shown = Shown.of(statement, request.details());
        Email email = Emails.confirmation(
                shown.language(), shown.signing(), links.confirm(request), refuse, request.expiresAt());
        return Optional.of(due(request, email, refuse, "confirmation"));
    }

    private Email alreadySigned(Statement statement, Signature signature, String refuse) {
        Shown shown = Shown.of(statement, signature.details());
        return Emails.alreadySigned(
                shown.language(), shown.signing(), Shown.standing(signature), links.withdraw(signature), refuse);
    }

    /** Two clicks on both sides of a window's end are one request, too. */
    private boolean isNews(SigningRequest request) {
        return requests.newest(request.id().signer()).stream()
                .filter(other -> !other.id().equals(request.id()) && other.says(request))
                .noneMatch(other -> isBefore(other, request)
                        && request.askedAt().isBefore(other.askedAt().plus(coolDown)));
    }

    private static boolean isBefore(SigningRequest one, SigningRequest other) {
        return Comparator.comparing(SigningRequest::askedAt)
                        .thenComparing(request -> request.id().request())
                        .compare(one, other)
                < 0;
    }

    private Optional<Due> owed(Signature signature) {
        Shown shown = Shown.of(statement(signature.statement()), signature.details());
        Owed owed = signature.owed().orElseThrow();
        String withdraw = links.withdraw(signature);
        return email(shown, signature, owed.kind(), withdraw)
                .map(told -> new Due(
                        signature.emailAddress().orElseThrow(),
                        told,
                        withdraw,
                        signature.id().signer(),
                        signature.statement(),
                        signature.id().capacity(),
                        owed.label().replace('#', '-'),
                        owed.kind() == Owed.Kind.RECEIPT));
    }

    /** None when the signature does not stand as the email would say. */
    private static Optional<Email> email(Shown shown, Signature signature, Owed.Kind kind, String withdraw) {
        boolean published = signature.status() == Status.PUBLISHED;
        boolean inReview = signature.status() == Status.IN_REVIEW;
        return switch (kind) {
            case RECEIPT ->
                published || inReview
                        ? Optional.of(Emails.receipt(shown.language(), shown.signing(), inReview, withdraw))
                        : Optional.empty();
            case APPROVED ->
                published
                        ? Optional.of(Emails.approved(shown.language(), shown.signing(), withdraw))
                        : Optional.empty();
            case REJECTED ->
                signature.status() == Status.REJECTED
                        ? Optional.of(
                                Emails.rejected(shown.language(), shown.signing(), rejection(signature), withdraw))
                        : Optional.empty();
        };
    }

    private static Due due(SigningRequest request, Email email, String refuse, String kind) {
        return new Due(
                request.emailAddress(),
                email,
                refuse,
                request.id().signer(),
                request.statement(),
                request.id().request(),
                kind,
                false);
    }

    static Rejection rejection(Signature signature) {
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

    private Statement statement(String id) {
        return statements.find(id).orElseThrow(() -> new IllegalStateException("the statement of an email is missing"));
    }
}
