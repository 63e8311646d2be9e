package org.undersigned.wording;

import java.time.LocalDate;

final class English implements Messages {
    static final Messages MESSAGES = new English();

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
    public String honorific() {
        return "Honorific";
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
    public String organiser() {
        return "Organiser";
    }

    @Override
    public String privacyNotice() {
        return "Privacy notice";
    }

    @Override
    public String publicList() {
        return "Public list";
    }

    @Override
    public String listed() {
        return "List by name";
    }

    @Override
    public String unlisted() {
        return "Do not list, only count";
    }

    @Override
    public String signedOn() {
        return "Signed on";
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
    public String standing(Standing standing) {
        return switch (standing) {
            case PUBLISHED -> "The signature is confirmed and counts.";
            case IN_REVIEW ->
                "The signature is confirmed. The organisers of the statement will look at it before it counts.";
            case REJECTED ->
                "The organisers of the statement looked at the signature and did not accept it. It does not count.";
        };
    }

    @Override
    public String because(Rejection reason) {
        return switch (reason) {
            case FORGED -> "Their reason: they believe that somebody else signed in this name.";
            case NO_MANDATE -> "Their reason: they could not establish that you may sign in this name.";
            case DUPLICATE -> "Their reason: the same signer has signed already.";
            case NOT_GENUINE -> "Their reason: they doubt that the name and the details given with it are real.";
            case OFFENSIVE -> "Their reason: they find the words of the signature offensive.";
            case WRONG_CATEGORY ->
                "Their reason: it does not belong in this category. You can withdraw it and sign again in the right"
                        + " one.";
            case ON_REQUEST -> "Their reason: they were asked for it, by you or on your behalf.";
            case OTHER -> "They can tell you their reason.";
        };
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
    public String addressStaysPrivate() {
        return "Your email address is never published.";
    }

    @Override
    public String askOrganisers() {
        return "Is this a mistake? Then please ask the organisers of the statement.";
    }

    @Override
    public String confirmationHeading(Signing signing) {
        return signing.organisation() ? "Confirm your organisation’s signature" : "Confirm your signature";
    }

    @Override
    public String readText() {
        return "Read the text of the statement";
    }

    @Override
    public String checkWhatYouSign(Signing signing) {
        return signing.organisation()
                ? "This is what you are about to sign for an organisation. Please check that all of it is right."
                : "This is what you are about to sign. Please check that all of it is right.";
    }

    @Override
    public String sign(Signing signing) {
        return (signing.organisation() ? "Sign for " : "Sign as ") + Isolate.of(signing.name());
    }

    @Override
    public String nothingSignedYet() {
        return "Nothing is signed until you press the button. If you did not ask for this, just close the page.";
    }

    @Override
    public String signAgainToCorrect() {
        return "Is something wrong? Fill in the form again, and we will send you a new link.";
    }

    @Override
    public String otherRequestsHeading() {
        return "Other requests made with this email address";
    }

    @Override
    public String otherRequests() {
        return "Somebody, perhaps you, asked for these too, and some of them may not be yours."
                + " Nothing is signed unless you press its button.";
    }

    @Override
    public String confirmedHeading() {
        return "Thank you, the signature is confirmed";
    }

    @Override
    public String receiptComes() {
        return "We are sending you an email as a receipt. With the links in it you can change or withdraw the"
                + " signature at any time.";
    }

    @Override
    public String backToStatement() {
        return "Back to the statement";
    }

    @Override
    public String alreadySignedHeading(Signing signing) {
        return signing.organisation() ? "Your organisation has signed already" : "You have signed already";
    }

    @Override
    public String nothingSignedAgain() {
        return "This email address was used to sign before, by another request, and nothing about that signature has"
                + " changed.";
    }

    @Override
    public String howToChange() {
        return "To change it, open the link in your receipt. If you no longer have that email, go to the page of the"
                + " statement and ask where your signatures stand: we will send you the links.";
    }

    @Override
    public String nothingHappenedHeading() {
        return "Nothing has happened yet";
    }

    @Override
    public String openLinkAndPress() {
        return "Please open the link from our email once more, and press the button on the page that it opens.";
    }

    @Override
    public String withdrawalHeading() {
        return "Withdraw this signature?";
    }

    @Override
    public String whatWithdrawingDoes(int hours) {
        return "Once withdrawn, it is neither counted nor listed. You can take that back for " + hours(hours)
                + "; after that, what you entered is erased. You can sign again whenever you like.";
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
    public String takeBack(int hours) {
        return "You can take this back for another " + hours(hours) + ". After that, what you entered is erased.";
    }

    @Override
    public String restore() {
        return "Take back the withdrawal";
    }

    @Override
    public String restoredHeading() {
        return "The signature stands";
    }

    private static String hours(int hours) {
        return hours == 1 ? "hour" : hours + " hours";
    }

    @Override
    public String ownHeading(Signing signing) {
        return signing.organisation() ? "Your organisation’s signature" : "Your signature";
    }

    @Override
    public String editWaitsHeading() {
        return "Your change waits";
    }

    @Override
    public String editWaits() {
        return "The organisers of the statement will look at these words. Until then, the others stay as they are.";
    }

    @Override
    public String editRejected() {
        return "The organisers did not accept the words that you wanted to have instead. The signature stays as it is.";
    }

    @Override
    public String editHeading() {
        return "Change it";
    }

    @Override
    public String save() {
        return "Save the change";
    }

    @Override
    public String whatEditingDoes() {
        return "Some changes are looked at by the organisers first. Whether you are listed by name is up to you, and"
                + " changes at once.";
    }

    @Override
    public String cannotBeSaved(String fields) {
        return "This cannot be saved: please check " + Isolate.of(fields)
                + ". Links, unusual characters and very long texts are not accepted, and the signature of an"
                + " organisation stays that organisation’s.";
    }

    @Override
    public String refusalHeading() {
        return "You did not ask for this?";
    }

    @Override
    public String openRequests(int count) {
        return switch (count) {
            case 0 -> "No request to sign the statement with this email address is open.";
            case 1 ->
                "Somebody asked to sign the statement with this email address. Nothing is signed by that unless it is"
                        + " confirmed.";
            default ->
                "Somebody asked " + count + " times to sign the statement with this email address; what you see here"
                        + " is the newest request. Nothing is signed by that unless it is confirmed.";
        };
    }

    @Override
    public String whatRefusingDoes() {
        return "When you press the button, every open request made with this address for this statement is dropped."
                + " A signature that is confirmed stays; to withdraw it, use the link in its receipt.";
    }

    @Override
    public String silence() {
        return "And send no more email to this address, from any statement";
    }

    @Override
    public String refuse() {
        return "I did not ask for this";
    }

    @Override
    public String silenced() {
        return "No email is sent to this address any more, from any statement, because its holder asked for that.";
    }

    @Override
    public String lift() {
        return "Send email to this address again";
    }

    @Override
    public String refusedHeading() {
        return "The requests are dropped";
    }

    @Override
    public String requestsDropped() {
        return "No open request made with this email address for this statement is left, and none of them became a"
                + " signature.";
    }

    @Override
    public String liftedHeading() {
        return "Email will be sent to this address again";
    }

    @Override
    public String emailComesAgain() {
        return "If you want to sign a statement, fill in its form, and we will send you the link to confirm.";
    }

    @Override
    public String expiredHeading() {
        return "This link has expired";
    }

    @Override
    public String linksExpire() {
        return "The links in our emails are valid for a limited time. A request that was not confirmed in that time"
                + " does not become a signature.";
    }

    @Override
    public String signAgainForNewLink() {
        return "To sign, or to get a new link, please fill in the form on the page of the statement again.";
    }

    @Override
    public String requestRefusedHeading() {
        return "This request was refused";
    }

    @Override
    public String requestRefused() {
        return "Somebody who reads this mailbox told us that they did not ask for it. Nothing was signed.";
    }

    @Override
    public String rejectedHeading() {
        return "This signature was not accepted";
    }

    @Override
    public String closedHeading() {
        return "This statement is closed";
    }

    @Override
    public String closed() {
        return "It closed more than a day ago, so it can no longer be signed, and requests can no longer be confirmed.";
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
    public String changeHere() {
        return "To see where the signature stands, or to change it, open this page:";
    }

    @Override
    public String standingHere() {
        return "To see where the signature stands, open this page:";
    }

    @Override
    public String withdrawHere() {
        return "To withdraw the signature, open this page:";
    }

    @Override
    public String becauseOfTheForm() {
        return "You get this email because somebody, perhaps you, entered this email address on the form of the"
                + " statement.";
    }

    @Override
    public String becauseYouSigned() {
        return "You get this email because the statement was signed with this email address.";
    }

    @Override
    public String refuseOrStopEmail() {
        return "I did not ask for this, or want no more email";
    }

    @Override
    public String confirmationSubject(Signing signing) {
        return signing.organisation()
                ? "Please confirm your organisation’s signature"
                : "Please confirm your signature";
    }

    @Override
    public String somebodyAsked(Signing signing) {
        return "Somebody, probably you, asked to sign “" + Isolate.of(signing.title()) + "” with this email address"
                + (signing.organisation() ? " for the organisation below" : "")
                + ". Nothing is signed yet.";
    }

    @Override
    public String openAndPress() {
        return "Was it you? Then open this page, check what you sign, and press the button there:";
    }

    @Override
    public String checkAndConfirm() {
        return "Check and confirm";
    }

    @Override
    public String whenYouDoNothing(LocalDate lastDay) {
        return "The link is valid until " + date(lastDay)
                + ". If you do nothing, nothing is signed, and the request is deleted after that date.";
    }

    @Override
    public String receiptSubject(Signing signing) {
        return signing.organisation() ? "Your organisation’s signature is confirmed" : "Your signature is confirmed";
    }

    @Override
    public String thanks(Signing signing) {
        return "Thank you for signing “" + Isolate.of(signing.title()) + "”"
                + (signing.organisation() ? " for the organisation below" : "")
                + ". The signature is confirmed.";
    }

    @Override
    public String keepToChange() {
        return "Please keep this email. To see where the signature stands, or to change it at any time, open this"
                + " page:";
    }

    @Override
    public String changedSubject(Signing signing) {
        return signing.organisation() ? "Your organisation’s signature has changed" : "Your signature has changed";
    }

    @Override
    public String changedByLink(Signing signing) {
        return "Your signature of “" + Isolate.of(signing.title()) + "”"
                + (signing.organisation() ? " for the organisation below" : "")
                + " was changed with a link in our emails. It is now as you see it here.";
    }

    @Override
    public String approvedSubject(Signing signing) {
        return signing.organisation() ? "Your organisation’s signature is accepted" : "Your signature is accepted";
    }

    @Override
    public String accepted(Signing signing) {
        return "The organisers of “" + Isolate.of(signing.title()) + "” have looked at your signature"
                + (signing.organisation() ? " for the organisation below" : "")
                + " and accepted it.";
    }

    @Override
    public String rejectedSubject(Signing signing) {
        return signing.organisation()
                ? "Your organisation’s signature was not accepted"
                : "Your signature was not accepted";
    }

    @Override
    public String notAccepted(Signing signing) {
        return "The organisers of “" + Isolate.of(signing.title()) + "” looked at your signature"
                + (signing.organisation() ? " for the organisation below" : "")
                + " and did not accept it. It is neither counted nor listed.";
    }

    @Override
    public String whatStaysKept() {
        return "The signature is kept with your email address, so that nobody has to look at it again, and nothing of"
                + " it is published. If you withdraw it, your name, your address and all that you entered are erased"
                + " within a few days.";
    }

    @Override
    public String askOrganisersHere() {
        return "Is this a mistake? Then please ask the organisers on the page of the statement:";
    }

    @Override
    public String alreadySignedSubject(Signing signing) {
        return signing.organisation() ? "Your organisation has signed already" : "You have signed already";
    }

    @Override
    public String askedAgain(Signing signing) {
        return "Somebody, probably you, asked to sign “" + Isolate.of(signing.title()) + "” again"
                + (signing.organisation() ? " for the organisation below" : "")
                + " with this email address. The signature is already there, and nothing about it has changed.";
    }

    @Override
    public String nothingToDo() {
        return "There is nothing you need to do, even if it was not you.";
    }

    @Override
    public String statusSubject() {
        return "Where your signatures stand";
    }

    @Override
    public String somebodyAskedForStatus(String title) {
        return "Somebody, probably you, asked where the signatures made with this email address under “"
                + Isolate.of(title) + "” stand.";
    }

    @Override
    public String signaturesHeading() {
        return "Your signatures";
    }

    @Override
    public String openRequestsHeading() {
        return "Not signed yet: requests waiting for confirmation";
    }

    @Override
    public String confirmUntil(LocalDate lastDay) {
        return "To sign, open this page by " + date(lastDay) + " and press the button there:";
    }

    @Override
    public String nothingSigned() {
        return "Nothing has been signed with this email address, and no request is waiting for confirmation. If you"
                + " used another address, ask with that one. To sign, fill in the form on the page of the statement.";
    }

    @Override
    public String becauseOfTheQuestion() {
        return "You get this email because somebody, perhaps you, entered this email address on the page of the"
                + " statement to ask for it.";
    }

    @Override
    public String waitingSubject() {
        return "Signatures wait for review";
    }

    @Override
    public String signaturesWait(String title) {
        return "Signatures of “" + Isolate.of(title) + "” are confirmed and wait for review.";
    }

    @Override
    public String howManyWait(int count) {
        return count == 1 ? "There is one." : "There are " + count + ".";
    }

    @Override
    public String oldestWaitsSince(LocalDate day) {
        return "The oldest has waited since " + date(day) + ".";
    }

    @Override
    public String waitingNeitherCountsNorIsListed() {
        return "Until they are reviewed, they are neither counted nor listed.";
    }

    @Override
    public String becauseYouOrganise() {
        return "You get this email because this address is the organiser’s in the definition of the statement; it comes"
                + " once a day while signatures wait.";
    }
}
