package org.undersigned.sendemail;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undersigned.domain.Signature;
import org.undersigned.domain.SigningRequest;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Status;
import org.undersigned.domain.StatusRequest;
import org.undersigned.lambda.Env;
import org.undersigned.links.Shown;
import org.undersigned.tables.Signatures;
import org.undersigned.tables.SigningRequests;
import org.undersigned.wording.Email;
import org.undersigned.wording.Emails;
import org.undersigned.wording.Language;
import org.undersigned.wording.Languages;
import org.undersigned.wording.RequestStatus;
import org.undersigned.wording.SignatureStatus;

/** Emails that say where each signature and open request of an address stands, with their links. */
final class StatusEmails {
    private static final int MAX_LISTED = 20;

    private final SigningRequests requests;
    private final Signatures signatures;
    private final EmailLinks links;
    private final Clock clock;

    StatusEmails(Env env, EmailLinks links) {
        requests = new SigningRequests(env);
        signatures = new Signatures(env);
        this.links = links;
        clock = env.clock();
    }

    Due of(StatusRequest request, Statement statement) {
        String signer = request.id().signer();
        List<Signature> signed = signatures.of(signer).stream()
                .filter(signature -> signature.status() != Status.WITHDRAWN)
                .toList();
        List<SigningRequest> open = open(signer, statement, signed);
        Language language = Stream.concat(
                        signed.stream().map(Signature::details), open.stream().map(SigningRequest::details))
                .findFirst()
                .map(details -> Shown.of(statement, details).language())
                .orElseGet(() ->
                        Languages.of(statement.languageOr(Optional.empty())).orElse(Language.EN));
        String refuse = links.refuse(signer, request.emailAddress(), request.askedAt());
        String told = statement.languageOr(Optional.of(language.tag()));
        Email email = Emails.status(
                language,
                statement.title().get(told),
                Shown.about(statement, told),
                signed.stream()
                        .limit(MAX_LISTED)
                        .map(signature -> status(statement, signature))
                        .toList(),
                open.stream().map(asked -> status(statement, asked)).toList(),
                refuse);
        return new Due(
                request.emailAddress(),
                email,
                refuse,
                signer,
                statement.id(),
                request.id().request(),
                "status",
                false);
    }

    /** What the address can still confirm, newest first. */
    private List<SigningRequest> open(String signer, Statement statement, List<Signature> signed) {
        Instant now = clock.instant();
        if (!statement.isConfirmableAt(now)) return List.of();
        Set<String> capacities =
                signed.stream().map(signature -> signature.id().capacity()).collect(Collectors.toSet());
        return requests.open(signer, now).stream()
                .filter(asked -> !capacities.contains(asked.capacity()))
                .limit(MAX_LISTED)
                .toList();
    }

    private SignatureStatus status(Statement statement, Signature signature) {
        return new SignatureStatus(
                Shown.of(statement, signature.details()).signing(),
                signature.signedAt(),
                Shown.standing(signature),
                signature.status() == Status.REJECTED ? Shown.rejection(signature) : Optional.empty(),
                links.edit(signature),
                links.withdraw(signature));
    }

    private RequestStatus status(Statement statement, SigningRequest asked) {
        return new RequestStatus(
                Shown.of(statement, asked.details()).signing(), asked.expiresAt(), links.confirm(asked));
    }
}
