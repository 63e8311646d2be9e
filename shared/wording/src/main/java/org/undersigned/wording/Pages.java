package org.undersigned.wording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undersigned.wording.Page.Form;
import org.undersigned.wording.Page.Part;

/** The pages behind the links of our emails: complete HTML documents without script, image or outside resource. */
public final class Pages {
    private static final String LANGUAGE = "<html lang=\"";

    private Pages() {}

    /** Says what is about to be signed, and what else was asked for with the address, newest first; a button for each. */
    public static String confirmation(
            Language language,
            Signing signing,
            String request,
            Optional<StatementText> text,
            List<OpenRequest> others) {
        var messages = language.messages();
        var parts = new ArrayList<Part>();
        parts.add(Part.of(messages.checkWhatYouSign(signing.signer()))
                .with(Fact.of(messages, signing))
                .with(text.map(read -> read.folded(messages)))
                .with(confirm(messages, request, signing))
                .noting(messages.nothingSignedYet(), messages.signAgainToCorrect(), messages.addressStaysPrivate()));
        if (!others.isEmpty()) {
            parts.add(Part.of(messages.otherRequests()).under(messages.otherRequestsHeading()));
        }
        for (var other : others) {
            parts.add(Part.of()
                    .with(Fact.entered(messages, other.signing()))
                    .with(other.text().map(own -> own.folded(messages)))
                    .with(confirm(messages, other.id(), other.signing())));
        }
        return page(language, messages.confirmationHeading(signing.signer()), Optional.of(signing.about()), parts);
    }

    /**
     * Thanks for the confirmed signature, which counts already or after a review; {@code fragment} tells the statement's page
     * what its reader has done.
     */
    public static String confirmed(Language language, Signing signing, boolean inReview, Optional<String> fragment) {
        var messages = language.messages();
        var part = Part.of(signing.whatFollows(messages, inReview))
                .with(Fact.of(messages, signing))
                .noting(messages.receiptComes());
        return page(
                language,
                messages.confirmedHeading(),
                Optional.of(signing.about().leadingTo(fragment)),
                List.of(part));
    }

    /** Says that the address has signed in this capacity by another request, as who, and how to change it: for a 409. */
    public static String alreadySigned(Language language, Signing signing, Standing standing) {
        var messages = language.messages();
        var part = Part.of(messages.nothingSignedAgain(), messages.standing(standing))
                .with(Fact.of(messages, signing))
                .noting(messages.howToChange());
        return page(
                language, messages.alreadySignedHeading(signing.signer()), Optional.of(signing.about()), List.of(part));
    }

    /** Says that a POST without the page's field did nothing: for a 400. */
    public static String pressTheButton(Language language) {
        var messages = language.messages();
        return notice(language, messages.nothingHappenedHeading(), messages.openLinkAndPress());
    }

    /** Says what is about to be withdrawn, with the one button for it. */
    public static String withdrawal(Language language, Signing signing, Duration grace) {
        var messages = language.messages();
        var part = Part.of(messages.whatWithdrawingDoes(hours(grace)))
                .with(Fact.of(messages, signing))
                .with(Form.of("withdraw", messages.withdraw()))
                .noting(messages.closeToKeep());
        return page(language, messages.withdrawalHeading(), Optional.of(signing.about()), List.of(part));
    }

    /** Says that the signature is withdrawn, with a button that takes it back, which works for so long. */
    public static String withdrawn(Language language, Signing signing, Duration left) {
        var messages = language.messages();
        var part = Part.of(messages.neitherCountedNorListed(), messages.takeBack(hours(left)))
                .with(Fact.of(messages, signing))
                .with(Form.of("restore", messages.restore()))
                .noting(messages.welcomeToSignAgain());
        return page(language, messages.withdrawnHeading(), Optional.of(signing.about()), List.of(part));
    }

    /** Says that the signature stands again as it did before it was withdrawn. */
    public static String restored(Language language, Signing signing, Standing standing) {
        var messages = language.messages();
        var part = Part.of(messages.standing(standing)).with(Fact.of(messages, signing));
        return page(language, messages.restoredHeading(), Optional.of(signing.about()), List.of(part));
    }

    /** Shows a signer where the signature stands and why, and what can be changed; {@code flawed} fields were refused. */
    public static String own(Language language, OwnSignature own, Set<String> flawed) {
        var messages = language.messages();
        var parts = new ArrayList<Part>();
        var standing = new ArrayList<>(List.of(messages.standing(own.standing())));
        own.rejection()
                .filter(_ -> own.standing() == Standing.REJECTED)
                .map(messages::because)
                .ifPresent(standing::add);
        parts.add(Part.of(standing.toArray(String[]::new)).with(Fact.of(messages, own.signing())));
        own.edit()
                .ifPresent(edit -> parts.add(Part.of(messages.editWaits())
                        .under(messages.editWaitsHeading())
                        .with(Fact.entered(messages, edit))));
        own.rejection()
                .filter(_ -> own.standing() != Standing.REJECTED && own.edit().isEmpty())
                .ifPresent(reason -> parts.add(Part.of(messages.editRejected(), messages.because(reason))));
        if (own.editable()) parts.add(edit(messages, own, flawed));
        parts.add(Part.of().leadingTo(new Link(messages.withdraw(), own.withdrawLink())));
        return page(
                language,
                messages.ownHeading(own.signing().signer()),
                Optional.of(own.signing().about()),
                parts);
    }

    /** Says that the signature is withdrawn, and where that can be taken back. */
    public static String ownWithdrawn(Language language, About about, String withdrawLink) {
        var messages = language.messages();
        var part = Part.of(messages.neitherCountedNorListed()).leadingTo(new Link(messages.restore(), withdrawLink));
        return page(language, messages.withdrawnHeading(), Optional.of(about), List.of(part));
    }

    private static Part edit(Messages messages, OwnSignature own, Set<String> flawed) {
        var signing = own.edit().orElse(own.signing());
        var labels = new LinkedHashMap<String, String>();
        labels.put("name", signing.organisation() ? messages.organisation() : messages.name());
        if (!signing.organisation()) labels.put("honorific", messages.honorific());
        if (own.affiliation()) labels.put("affiliation", messages.affiliation());
        var values = Map.of(
                "name", signing.name(),
                "honorific", signing.honorific().orElse(""),
                "affiliation", signing.affiliation().orElse(""));
        var inputs = labels.entrySet().stream()
                .map(field -> new Page.Input(field.getKey(), field.getValue(), values.get(field.getKey())))
                .toList();
        var refused = labels.entrySet().stream()
                .filter(field -> flawed.contains(field.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return (refused.isEmpty() ? Part.of() : Part.of(messages.cannotBeSaved(String.join(", ", refused))))
                .under(messages.editHeading())
                .with(Form.of("edit", messages.save())
                        .editing(
                                own.version(),
                                inputs,
                                new Page.Listed(messages.listed(), own.signing().listed())))
                .noting(messages.whatEditingDoes());
    }

    /** Offers to drop the open requests made with the address, the newest of which it shows, and to stop all email. */
    public static String refusal(Language language, Optional<Signing> newest, int open, boolean silenced) {
        var messages = language.messages();
        var requests = Part.of(messages.openRequests(open))
                .with(newest.map(signing -> Fact.of(messages, signing)).orElse(List.of()));
        if (open > 0 || !silenced) {
            var refuse = Form.of("refuse", messages.refuse());
            requests = requests.with(silenced ? refuse : refuse.offeringSilence(messages.silence()))
                    .noting(messages.whatRefusingDoes());
        }
        var parts = silenced ? List.of(requests, lift(messages)) : List.of(requests);
        return page(language, messages.refusalHeading(), newest.map(Signing::about), parts);
    }

    /** Says that the open requests are dropped, and how email to a silenced address can be allowed again. */
    public static String refused(Language language, boolean silenced) {
        var messages = language.messages();
        var dropped = Part.of(messages.requestsDropped());
        return page(
                language,
                messages.refusedHeading(),
                Optional.empty(),
                silenced ? List.of(dropped, lift(messages)) : List.of(dropped));
    }

    /** Says that email to the address is allowed again. */
    public static String lifted(Language language) {
        var messages = language.messages();
        return notice(language, messages.liftedHeading(), messages.emailComesAgain());
    }

    /** Says why a link of ours leads nowhere any more, and what to do instead. */
    public static String gone(Language language, Gone reason, Optional<About> about) {
        var messages = language.messages();
        return switch (reason) {
            case EXPIRED ->
                notice(
                        language,
                        about,
                        messages.expiredHeading(),
                        messages.linksExpire(),
                        messages.signAgainForNewLink());
            case REFUSED ->
                notice(
                        language,
                        about,
                        messages.requestRefusedHeading(),
                        messages.requestRefused(),
                        messages.signAgainForNewLink());
            case WITHDRAWN ->
                notice(
                        language,
                        about,
                        messages.withdrawnHeading(),
                        messages.neitherCountedNorListed(),
                        messages.welcomeToSignAgain());
            case REJECTED ->
                notice(
                        language,
                        about,
                        messages.rejectedHeading(),
                        messages.standing(Standing.REJECTED),
                        messages.askOrganisers());
            case CLOSED ->
                notice(language, about, messages.closedHeading(), messages.closed(), messages.askOrganisers());
        };
    }

    /** Says that the link is none of ours, or was cut off. */
    public static String unknownLink(Language language) {
        var messages = language.messages();
        return notice(language, messages.unknownLinkHeading(), messages.copyWholeLink());
    }

    /** Says that we failed, with the number by which the failure is found in the logs. */
    public static String failed(Language language, String requestId) {
        var messages = language.messages();
        var part = Part.of(messages.tryAgainSoon(), messages.tellRequestNumber())
                .with(List.of(new Fact(messages.requestNumber(), requestId)));
        return page(language, messages.failedHeading(), Optional.empty(), List.of(part));
    }

    /** The language that such a page says it is in. */
    public static String languageOf(String page) {
        int start = page.indexOf(LANGUAGE) + LANGUAGE.length();
        return page.substring(start, page.indexOf('"', start));
    }

    /** The Content-Security-Policy of all pages: nothing but their own style, and forms to themselves. */
    public static String contentSecurityPolicy() {
        return Policy.VALUE;
    }

    /** Begun ones count. */
    private static int hours(Duration left) {
        return Math.toIntExact(left.plusHours(1).minusNanos(1).toHours());
    }

    private static Form confirm(Messages messages, String request, Signing signing) {
        return Form.of("confirm", messages.sign(signing.name(), signing.signer()))
                .forRequest(request);
    }

    private static Part lift(Messages messages) {
        return Part.of(messages.silenced()).with(Form.of("lift", messages.lift()));
    }

    private static String notice(Language language, String heading, String... paragraphs) {
        return notice(language, Optional.empty(), heading, paragraphs);
    }

    private static String notice(Language language, Optional<About> about, String heading, String... paragraphs) {
        return page(language, heading, about, List.of(Part.of(paragraphs)));
    }

    private static String page(Language language, String heading, Optional<About> about, List<Part> parts) {
        return new Page(language, heading, parts, about).html();
    }

    // A class of its own, so that the hash is made when it is first asked for, and once.
    private static final class Policy {
        static final String VALUE = "default-src 'none'; style-src '" + Style.hash()
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
