package org.undersigned.wording;

import java.time.LocalDate;

final class English implements Words {
    static final Words WORDS = new English();

    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private English() {}

    @Override
    public String statement() {
        return "Statement";
    }

    @Override
    public String category() {
        return "Category";
    }

    @Override
    public String name() {
        return "Name";
    }

    @Override
    public String organisation() {
        return "Organisation";
    }

    @Override
    public String affiliation() {
        return "Affiliation";
    }

    @Override
    public String contact() {
        return "Contact (not published)";
    }

    @Override
    public String publicList() {
        return "Public list";
    }

    @Override
    public String listed() {
        return "Listed by name";
    }

    @Override
    public String unlisted() {
        return "Not listed, only counted";
    }

    @Override
    public String colon() {
        return ": ";
    }

    @Override
    public String date(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS[date.getMonthValue() - 1] + " " + date.getYear();
    }

    @Override
    public String confirmationHeading(Signing signing) {
        return signing.organisation() ? "Confirm your organisation’s signature" : "Confirm your signature";
    }

    @Override
    public String checkWhatYouSign(Signing signing) {
        return signing.organisation()
                ? "This is what you are about to sign for " + signing.name() + ". Please check that all of it is right."
                : "This is what you are about to sign. Please check that all of it is right.";
    }

    @Override
    public String sign(Signing signing) {
        return (signing.organisation() ? "Sign for " : "Sign as ") + signing.name();
    }

    @Override
    public String nothingSignedYet() {
        return "Nothing is signed until you press the button. If you did not ask for this, just close the page.";
    }

    @Override
    public String signAgainToCorrect() {
        return "Is something wrong? Sign again with the right words, and we will send you a new link.";
    }

    @Override
    public String addressStaysPrivate() {
        return "Your email address is never published.";
    }

    @Override
    public String confirmedHeading() {
        return "Thank you, the signature is confirmed";
    }

    @Override
    public String countedAndListed() {
        return "It counts, and it will be on the public list within a few minutes.";
    }

    @Override
    public String countedNotListed() {
        return "It counts and, as you wished, it is not on the public list.";
    }

    @Override
    public String reviewComes() {
        return "The organisers of the statement will look at it before it counts. There is nothing more for you to do.";
    }

    @Override
    public String withdrawAnyTime() {
        return "You can withdraw it at any time with the link in our email.";
    }

    @Override
    public String backToStatement() {
        return "Back to the statement";
    }

    @Override
    public String withdrawalHeading() {
        return "Withdraw this signature?";
    }

    @Override
    public String whatWithdrawingDoes() {
        return "Once withdrawn, it is neither counted nor listed. You can sign again whenever you like.";
    }

    @Override
    public String withdraw() {
        return "Withdraw the signature";
    }

    @Override
    public String closeToKeep() {
        return "To keep the signature, just close the page.";
    }

    @Override
    public String withdrawnHeading() {
        return "The signature is withdrawn";
    }

    @Override
    public String neitherCountedNorListed() {
        return "It is neither counted nor listed. The public list follows within a few minutes.";
    }

    @Override
    public String welcomeToSignAgain() {
        return "Should you change your mind, you are welcome to sign again.";
    }

    @Override
    public String expiredHeading() {
        return "This link has expired";
    }

    @Override
    public String linksExpire() {
        return "The links in our emails are valid for a limited time."
                + " A signature that was not confirmed within it does not count.";
    }

    @Override
    public String signAgainForNewLink() {
        return "To sign, or to get a new link, please sign again on the page of the statement.";
    }

    @Override
    public String supersededHeading() {
        return "There is a newer email";
    }

    @Override
    public String useNewestMail() {
        return "After this link was sent, somebody signed again with the same email address."
                + " Please use the link in the newest email.";
    }

    @Override
    public String refusedHeading() {
        return "This signature was not accepted";
    }

    @Override
    public String refused() {
        return "The organisers of the statement looked at it and did not accept it. It does not count.";
    }

    @Override
    public String unknownLinkHeading() {
        return "We do not know this link";
    }

    @Override
    public String copyWholeLink() {
        return "It may have been cut off on its way."
                + " Please copy the whole address from our email, or click on it there once more.";
    }

    @Override
    public String failedHeading() {
        return "Something went wrong on our side";
    }

    @Override
    public String tryAgainSoon() {
        return "We are sorry. Please try again in a few minutes.";
    }

    @Override
    public String tellRequestNumber() {
        return "If it happens again, please tell the organisers of the statement this number.";
    }

    @Override
    public String requestNumber() {
        return "Request number";
    }

    @Override
    public String greeting() {
        return "Hello,";
    }

    @Override
    public String statementHere() {
        return "The statement:";
    }

    @Override
    public String confirmationSubject(Signing signing) {
        return signing.organisation()
                ? "Please confirm the signature of " + signing.name() + ": " + signing.title()
                : "Please confirm your signature: " + signing.title();
    }

    @Override
    public String oneStepLeft(Signing signing) {
        return signing.organisation()
                ? "Thank you for signing “" + signing.title() + "” for " + signing.name()
                        + ". One step is left: please confirm the signature."
                : "Thank you for signing “" + signing.title() + "”. One step is left: please confirm that it was you.";
    }

    @Override
    public String openAndPress() {
        return "Open this page and press the button there:";
    }

    @Override
    public String checkAndConfirm() {
        return "Check and confirm";
    }

    @Override
    public String whenYouDoNothing(LocalDate lastDay) {
        return "The link is valid until " + date(lastDay)
                + ". If you do nothing, the signature does not count and is deleted after that date."
                + " We will not write again unless somebody signs again with this address.";
    }

    @Override
    public String notYou() {
        return "Was it not you? Then do nothing, or withdraw the signature at once here:";
    }

    @Override
    public String alreadySignedSubject(Signing signing) {
        return (signing.organisation() ? signing.name() + " has signed already: " : "You have signed already: ")
                + signing.title();
    }

    @Override
    public String alreadySigned(Signing signing) {
        return "Somebody, probably you, has just signed “" + signing.title() + "” again"
                + (signing.organisation() ? " for " + signing.name() : "")
                + " with this email address. That signature is already there, and nothing about it has changed.";
    }

    @Override
    public String isPublished() {
        return "It is confirmed and counts.";
    }

    @Override
    public String isInReview() {
        return "It is confirmed. The organisers of the statement will look at it before it counts.";
    }

    @Override
    public String isRejected() {
        return "It is confirmed, but the organisers of the statement did not accept it, so it does not count.";
    }

    @Override
    public String nothingToDo() {
        return "There is nothing you need to do, even if it was not you.";
    }

    @Override
    public String withdrawHere() {
        return "To withdraw the signature, open this page:";
    }

    @Override
    public String rejectedSubject(Signing signing) {
        return (signing.organisation()
                        ? "The signature of " + signing.name() + " was not accepted: "
                        : "Your signature was not accepted: ")
                + signing.title();
    }

    @Override
    public String notAccepted(Signing signing) {
        return "The organisers of “" + signing.title() + "” looked at your signature"
                + (signing.organisation() ? " for " + signing.name() : "")
                + " and did not accept it. It is neither counted nor listed.";
    }

    @Override
    public String because(Rejection reason) {
        return switch (reason) {
            case FORGED -> "Their reason: they believe that somebody else signed in this name.";
            case NO_MANDATE -> "Their reason: they could not establish that you may sign in this name.";
            case DUPLICATE -> "Their reason: the same signer has signed already.";
            case NOT_GENUINE -> "Their reason: they doubt that the name and what stands beside it are real.";
            case OFFENSIVE -> "Their reason: they find the words of the signature offensive.";
            case WRONG_CATEGORY ->
                "Their reason: it does not belong in this category. You can withdraw it and sign again in the right"
                        + " one.";
            case ON_REQUEST -> "Their reason: they were asked for it, by you or on your behalf.";
            case OTHER -> "They can tell you their reason.";
        };
    }

    @Override
    public String whatStaysKept() {
        return "The signature is kept with your email address, so that nobody has to look at it again, and nothing of"
                + " it is published. If you withdraw it, all of it is erased some time later.";
    }

    @Override
    public String askOrganisers() {
        return "Is this a mistake? Then please ask the organisers of the statement.";
    }

    @Override
    public String askOrganisersHere() {
        return "Is this a mistake? Then please ask the organisers on the page of the statement:";
    }
}
