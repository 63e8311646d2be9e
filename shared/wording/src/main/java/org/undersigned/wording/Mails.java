package org.undersigned.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mails to a signer, each as plain text and as HTML. */
public final class Mails {
    private Mails() {}

    /** Asks the holder of the address to confirm what was signed with it; days are those of UTC. */
    public static Mail confirmation(
            Language language, Signing signing, String confirmLink, String withdrawLink, Instant validUntil) {
        var words = language.words();
        var lastDay = LocalDate.ofInstant(validUntil, ZoneOffset.UTC);
        return new Letter(
                        language.tag(),
                        words.confirmationSubject(signing),
                        words.colon(),
                        List.of(words.greeting(), words.oneStepLeft(signing)),
                        Fact.of(words, signing),
                        Optional.of(new Letter.Action(words.openAndPress(), words.checkAndConfirm(), confirmLink)),
                        List.of(words.whenYouDoNothing(lastDay), words.addressStaysPrivate()),
                        links(words, signing, new Link(words.notYou(), withdrawLink)))
                .mail();
    }

    /** Tells a signer who signs once more where the signature stands. */
    public static Mail alreadySigned(Language language, Signing signing, Standing standing, String withdrawLink) {
        var words = language.words();
        var where = switch (standing) {
            case PUBLISHED -> words.isPublished();
            case IN_REVIEW -> words.isInReview();
            case REJECTED -> words.isRejected();
        };
        return new Letter(
                        language.tag(),
                        words.alreadySignedSubject(signing),
                        words.colon(),
                        List.of(words.greeting(), words.alreadySigned(signing), where),
                        Fact.of(words, signing),
                        Optional.empty(),
                        List.of(words.nothingToDo()),
                        links(words, signing, new Link(words.withdrawHere(), withdrawLink)))
                .mail();
    }

    /** Tells a signer why a signature was not accepted, what is kept of it, how to withdraw it, and whom to ask. */
    public static Mail rejected(Language language, Signing signing, Rejection reason, String withdrawLink) {
        var words = language.words();
        var closing = new ArrayList<>(List.of(words.whatStaysKept()));
        var links = new ArrayList<>(List.of(new Link(words.withdrawHere(), withdrawLink)));
        signing.page()
                .ifPresentOrElse(
                        address -> links.add(new Link(words.askOrganisersHere(), address)),
                        () -> closing.add(words.askOrganisers()));
        return new Letter(
                        language.tag(),
                        words.rejectedSubject(signing),
                        words.colon(),
                        List.of(words.greeting(), words.notAccepted(signing), words.because(reason)),
                        Fact.of(words, signing),
                        Optional.empty(),
                        closing,
                        links)
                .mail();
    }

    private static List<Link> links(Words words, Signing signing, Link withdrawal) {
        var links = new ArrayList<Link>();
        links.add(withdrawal);
        signing.page().ifPresent(address -> links.add(new Link(words.statementHere(), address)));
        return List.copyOf(links);
    }
}
