package org.undersigned.sendemail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.undersigned.domain.Owed;
import org.undersigned.domain.RequestId;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SignatureId;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.lambda.Env;
import org.undersigned.links.Shown;
import org.undersigned.tables.BlockedRequests;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;
import org.undersigned.tables.Statements;
import org.undersigned.wording.Email;
import org.undersigned.wording.Emails;
import org.undersigned.wording.Rejection;

/** Finds the email that is right at this moment: what has changed since it came to be owed is not told any more. */
final class DueEmails {
    private final SigningRequests requests;
    private final BlockedRequests blocked;
    private final Signatures signatures;
    private final Statements statements;
    private final EmailLinks links;
    private final StatusEmails statusEmails;
    private final Duration coolDown;
    private final Clock clock;

    DueEmails(Env env, EmailLinks links) {
        requests = new SigningRequests(env);
        blocked = new BlockedRequests(env);
        signatures = new Signatures(env);
        statements = new Statements(env);
        this.links = links;
        statusEmails = new StatusEmails(env, links);
        coolDown = env.duration("COOL_DOWN");
        clock = env.clock();
    }

    /** What the address is told that was given in a form. */
    Optional<Due> of(RequestId id) {
        return id.isStatus()
                ? requests.findStatus(id).map(asked -> statusEmails.of(asked, statement(asked.statement())))
                : requests.find(id).filter(this::isHeard).filter(this::isNews).flatMap(this::answer);
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
                shown.language(),
                shown.signing(),
                Shown.standing(signature),
                links.edit(signature),
                links.withdraw(signature),
                refuse);
    }

    /** One that is blocked is counted, and gets no answer. */
    private boolean isHeard(SigningRequest request) {
        request.blocked().ifPresent(list -> blocked.count(request, list));
        return request.blocked().isEmpty();
    }

    /** Two clicks on both sides of a window's end are one request, too. */
    private boolean isNews(SigningRequest request) {
        return requests.newest(request.id().signer()).stream()
                .filter(other -> other.blocked().isEmpty() && !other.id().equals(request.id()) && other.says(request))
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
        // Who has withdrawn is told nothing more; where no address is kept any more, nobody can be told.
        if (signature.status() == Status.WITHDRAWN || signature.emailAddress().isEmpty()) return Optional.empty();
        Shown shown = Shown.of(statement(signature.statement()), signature.details());
        Owed owed = signature.owed().orElseThrow();
        String withdraw = links.withdraw(signature);
        return email(shown, signature, owed.kind(), links.edit(signature), withdraw)
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
    private static Optional<Email> email(
            Shown shown, Signature signature, Owed.Kind kind, String edit, String withdraw) {
        boolean published = signature.status() == Status.PUBLISHED;
        boolean inReview = signature.status() == Status.IN_REVIEW;
        return switch (kind) {
            case RECEIPT ->
                published || inReview
                        ? Optional.of(Emails.receipt(shown.language(), shown.signing(), inReview, edit, withdraw))
                        : Optional.empty();
            case CHANGED ->
                Optional.of(
                        Emails.changed(shown.language(), shown.signing(), Shown.standing(signature), edit, withdraw));
            case APPROVED ->
                published
                        ? Optional.of(Emails.approved(shown.language(), shown.signing(), edit, withdraw))
                        : Optional.empty();
            case REJECTED ->
                signature.status() == Status.REJECTED
                        ? Optional.of(Emails.rejected(
                                shown.language(),
                                shown.signing(),
                                Shown.rejection(signature).orElse(Rejection.OTHER),
                                edit,
                                withdraw))
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

    private Statement statement(String id) {
        return statements.find(id).orElseThrow(() -> new IllegalStateException("the statement of an email is missing"));
    }
}
