package org.undersigned.wording;

import java.util.List;
import java.util.Optional;

/** The pages behind the links of our mails: complete HTML documents without script, image or outside resource. */
public final class Pages {
    private Pages() {}

    /** Says what is about to be signed; its one button posts to the page's own address. */
    public static String confirmation(Language language, Signing signing) {
        var words = language.words();
        return new Page(
                        language.tag(),
                        words.confirmationHeading(signing),
                        List.of(words.checkWhatYouSign(signing)),
                        Fact.of(words, signing),
                        Optional.of(words.sign(signing)),
                        List.of(words.nothingSignedYet(), words.signAgainToCorrect(), words.addressStaysPrivate()),
                        back(words, Optional.of(signing)))
                .html();
    }

    /** Thanks for the confirmed signature, which counts already or after a review. */
    public static String confirmed(Language language, Signing signing, boolean inReview) {
        var words = language.words();
        var counted = signing.listed() ? words.countedAndListed() : words.countedNotListed();
        return new Page(
                        language.tag(),
                        words.confirmedHeading(),
                        List.of(inReview ? words.reviewComes() : counted),
                        Fact.of(words, signing),
                        Optional.empty(),
                        List.of(words.withdrawAnyTime()),
                        back(words, Optional.of(signing)))
                .html();
    }

    /** Says what is about to be withdrawn; its one button posts to the page's own address. */
    public static String withdrawal(Language language, Signing signing) {
        var words = language.words();
        return new Page(
                        language.tag(),
                        words.withdrawalHeading(),
                        List.of(words.whatWithdrawingDoes()),
                        Fact.of(words, signing),
                        Optional.of(words.withdraw()),
                        List.of(words.closeToKeep()),
                        back(words, Optional.of(signing)))
                .html();
    }

    /** Says that the signature is withdrawn, and which one if that is still known. */
    public static String withdrawn(Language language, Optional<Signing> signing) {
        var words = language.words();
        return new Page(
                        language.tag(),
                        words.withdrawnHeading(),
                        List.of(words.neitherCountedNorListed(), words.welcomeToSignAgain()),
                        signing.map(known -> Fact.of(words, known)).orElse(List.of()),
                        Optional.empty(),
                        List.of(),
                        back(words, signing))
                .html();
    }

    /** Says why a link of ours leads nowhere any more, and what to do instead. */
    public static String gone(Language language, Gone reason) {
        var words = language.words();
        return switch (reason) {
            case EXPIRED -> notice(language, words.expiredHeading(), words.linksExpire(), words.signAgainForNewLink());
            case SUPERSEDED -> notice(language, words.supersededHeading(), words.useNewestMail());
            case WITHDRAWN ->
                notice(language, words.withdrawnHeading(), words.neitherCountedNorListed(), words.welcomeToSignAgain());
            case REFUSED -> notice(language, words.refusedHeading(), words.refused());
        };
    }

    /** Says that the link is none of ours, or was cut off. */
    public static String unknownLink(Language language) {
        var words = language.words();
        return notice(language, words.unknownLinkHeading(), words.copyWholeLink());
    }

    /** Says that we failed, with the number by which the failure is found in the logs. */
    public static String failed(Language language, String requestId) {
        var words = language.words();
        return new Page(
                        language.tag(),
                        words.failedHeading(),
                        List.of(words.tryAgainSoon(), words.tellRequestNumber()),
                        List.of(new Fact(words.requestNumber(), requestId)),
                        Optional.empty(),
                        List.of(),
                        Optional.empty())
                .html();
    }

    /** The Content-Security-Policy of all pages: nothing but their own style, and forms to themselves. */
    public static String contentSecurityPolicy() {
        return Policy.VALUE;
    }

    private static String notice(Language language, String heading, String... paragraphs) {
        return new Page(
                        language.tag(),
                        heading,
                        List.of(paragraphs),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty())
                .html();
    }

    private static Optional<Link> back(Words words, Optional<Signing> signing) {
        return signing.flatMap(Signing::page).map(address -> new Link(words.backToStatement(), address));
    }

    // A class of its own, so that the hash is made when it is first asked for, and once.
    private static final class Policy {
        static final String VALUE = "default-src 'none'; style-src '" + Style.hash()
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
