package org.undersigned.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.undersigned.wording.Letter.Action;
import org.undersigned.wording.Letter.Section;

/** The emails to an address, each as plain text and as HTML; days are those of UTC. */
public final class Emails {
    private Emails() {}

    /** Tells whoever holds the mailbox what somebody asked to sign with it, how to confirm, and how to refuse. */
    public static Email confirmation(
            Language language, Signing signing, String confirmLink, String refuseLink, Instant validUntil) {
        var messages = language.messages();
        return new Letter(
                        language,
                        subject(
                                messages,
                                messages.confirmationSubject(signing.signer()),
                                signing.title(),
                                signing.about()),
                        List.of(messages.somebodyAsked(signing.signer(), signing.title())),
                        section(messages, signing, confirm(messages, messages.openAndPress(), confirmLink)),
                        List.of(messages.whenYouDoNothing(day(validUntil)), messages.addressStaysPrivate()),
                        statement(messages, signing.about()),
                        signing.about(),
                        messages.becauseOfTheForm(),
                        refusal(messages, refuseLink))
                .email();
    }

    /** Thanks for the confirmed signature, which counts already or after a review. */
    public static Email receipt(
            Language language, Signing signing, boolean inReview, String editLink, String withdrawLink) {
        var messages = language.messages();
        return new Letter(
                        language,
                        subject(messages, messages.receiptSubject(signing.signer()), signing.title(), signing.about()),
                        List.of(
                                messages.thanks(signing.signer(), signing.title()),
                                signing.whatFollows(messages, inReview)),
                        section(
                                messages,
                                signing,
                                edit(messages, messages.keepToChange(), editLink),
                                withdraw(messages, withdrawLink)),
                        List.of(messages.addressStaysPrivate()),
                        statement(messages, signing.about()),
                        signing.about(),
                        messages.becauseYouSigned(),
                        Optional.empty())
                .email();
    }

    /** Tells a signer what the signature is after a link of ours has changed it, and where it stands. */
    public static Email changed(
            Language language, Signing signing, Standing standing, String editLink, String withdrawLink) {
        var messages = language.messages();
        return new Letter(
                        language,
                        subject(messages, messages.changedSubject(signing.signer()), signing.title(), signing.about()),
                        List.of(messages.changedByLink(signing.signer(), signing.title()), messages.standing(standing)),
                        section(messages, signing, edit(messages, editLink), withdraw(messages, withdrawLink)),
                        List.of(),
                        statement(messages, signing.about()),
                        signing.about(),
                        messages.becauseYouSigned(),
                        Optional.empty())
                .email();
    }

    /** Tells a signer that the organisers accepted the signature, which counts now. */
    public static Email approved(Language language, Signing signing, String editLink, String withdrawLink) {
        var messages = language.messages();
        return new Letter(
                        language,
                        subject(messages, messages.approvedSubject(signing.signer()), signing.title(), signing.about()),
                        List.of(
                                messages.accepted(signing.signer(), signing.title()),
                                signing.whatFollows(messages, false)),
                        section(messages, signing, edit(messages, editLink), withdraw(messages, withdrawLink)),
                        List.of(),
                        statement(messages, signing.about()),
                        signing.about(),
                        messages.becauseYouSigned(),
                        Optional.empty())
                .email();
    }

    /** Tells a signer why a signature was not accepted, what is kept of it, how to have it erased, and whom to ask. */
    public static Email rejected(
            Language language, Signing signing, Rejection reason, String editLink, String withdrawLink) {
        var messages = language.messages();
        return new Letter(
                        language,
                        subject(messages, messages.rejectedSubject(signing.signer()), signing.title(), signing.about()),
                        List.of(
                                messages.notAccepted(signing.signer(), signing.title()),
                                messages.because(reason),
                                messages.whatStaysKept()),
                        List.of(new Section(
                                Optional.empty(),
                                Fact.ofRejected(messages, signing),
                                List.of(),
                                List.of(
                                        new Action(
                                                messages.standingHere(), Optional.empty(), messages.view(), editLink),
                                        withdraw(messages, withdrawLink)))),
                        signing.about().page().isPresent() ? List.of() : List.of(messages.askOrganisers()),
                        signing.about().page(messages.askOrganisersHere()),
                        signing.about(),
                        messages.becauseYouSigned(),
                        Optional.empty())
                .email();
    }

    /** Tells that somebody asked to sign again, that nothing changed by it, and where the signature stands. */
    public static Email alreadySigned(
            Language language,
            Signing signing,
            Standing standing,
            String editLink,
            String withdrawLink,
            String refuseLink) {
        var messages = language.messages();
        return new Letter(
                        language,
                        subject(
                                messages,
                                messages.alreadySignedSubject(signing.signer()),
                                signing.title(),
                                signing.about()),
                        List.of(messages.askedAgain(signing.signer(), signing.title()), messages.standing(standing)),
                        section(messages, signing, edit(messages, editLink), withdraw(messages, withdrawLink)),
                        List.of(messages.nothingToDo()),
                        statement(messages, signing.about()),
                        signing.about(),
                        messages.becauseOfTheForm(),
                        refusal(messages, refuseLink))
                .email();
    }

    /** Answers where the signatures and the open requests of an address stand, or that there are none. */
    public static Email status(
            Language language,
            String title,
            About about,
            List<SignatureStatus> signatures,
            List<RequestStatus> requests,
            String refuseLink) {
        var messages = language.messages();
        var line = Signing.oneLine(title);
        var opening = new ArrayList<>(List.of(messages.somebodyAskedForStatus(line)));
        if (signatures.isEmpty() && requests.isEmpty()) {
            opening.add(messages.nothingSigned());
        }
        var sections = new ArrayList<Section>();
        if (!signatures.isEmpty()) {
            sections.add(Section.under(messages.signaturesHeading()));
        }
        for (var signature : signatures) {
            sections.add(signature(messages, signature));
        }
        if (!requests.isEmpty()) {
            sections.add(Section.under(messages.openRequestsHeading()));
        }
        for (var request : requests) {
            sections.add(request(messages, request));
        }
        return new Letter(
                        language,
                        subject(messages, messages.statusSubject(), line, about),
                        opening,
                        sections,
                        List.of(),
                        statement(messages, about),
                        about,
                        messages.becauseOfTheQuestion(),
                        refusal(messages, refuseLink))
                .email();
    }

    /** Tells an organiser how many signatures wait for a moderator, and since when the oldest does. */
    public static Email waiting(
            Language language, String title, About about, int signatures, Instant since, String refuseLink) {
        var messages = language.messages();
        var line = Signing.oneLine(title);
        return new Letter(
                        language,
                        subject(messages, messages.waitingSubject(), line, about),
                        List.of(
                                messages.signaturesWait(line),
                                messages.howManyWait(signatures),
                                messages.oldestWaitsSince(day(since))),
                        List.of(),
                        List.of(messages.waitingNeitherCountsNorIsListed()),
                        statement(messages, about),
                        about,
                        messages.becauseYouOrganise(),
                        refusal(messages, refuseLink))
                .email();
    }

    private static Section signature(Messages messages, SignatureStatus signature) {
        var facts = new ArrayList<>(
                signature.standing() == Standing.REJECTED
                        ? Fact.typed(messages, signature.signing())
                        : Fact.entered(messages, signature.signing()));
        facts.add(new Fact(messages.signedOn(), messages.date(day(signature.signedAt()))));
        var notes = new ArrayList<>(List.of(messages.standing(signature.standing())));
        signature.rejection().map(messages::because).ifPresent(notes::add);
        return new Section(
                Optional.empty(),
                facts,
                notes,
                List.of(edit(messages, signature.editLink()), withdraw(messages, signature.withdrawLink())));
    }

    private static Section request(Messages messages, RequestStatus request) {
        var confirm = confirm(messages, messages.confirmUntil(day(request.validUntil())), request.confirmLink());
        return new Section(Optional.empty(), Fact.entered(messages, request.signing()), List.of(), List.of(confirm));
    }

    private static List<Section> section(Messages messages, Signing signing, Action... actions) {
        return List.of(new Section(Optional.empty(), Fact.of(messages, signing), List.of(), List.of(actions)));
    }

    private static Action confirm(Messages messages, String request, String link) {
        return new Action(request, Optional.of(messages.checkAndConfirm()), messages.orThisLink(), link);
    }

    private static Action edit(Messages messages, String link) {
        return edit(messages, messages.changeHere(), link);
    }

    private static Action edit(Messages messages, String request, String link) {
        return new Action(request, Optional.empty(), messages.viewOrChange(), link);
    }

    private static Action withdraw(Messages messages, String link) {
        return new Action(messages.withdrawHere(), Optional.empty(), messages.withdraw(), link);
    }

    /** The title of some statements is nothing for a shared or watched mailbox. */
    private static String subject(Messages messages, String matter, String title, About about) {
        return about.neutralSubject() ? matter : Isolate.none(messages.subject(matter, title));
    }

    private static Optional<Link> statement(Messages messages, About about) {
        return about.page(messages.statementHere());
    }

    private static Optional<Link> refusal(Messages messages, String link) {
        return Optional.of(new Link(messages.refuseOrStopEmail(), link));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
