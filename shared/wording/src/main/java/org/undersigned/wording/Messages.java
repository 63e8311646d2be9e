package org.undersigned.wording;

import java.time.LocalDate;

/** Every text of our pages and emails in one language; a language that lacks one does not compile. */
public sealed interface Messages permits English, French, TraditionalChinese {

    // What is signed
    String statement();

    String category();

    String name();

    String organisation();

    String honorific();

    String affiliation();

    String contact();

    String organiser();

    String privacyNotice();

    String publicList();

    String listed();

    String unlisted();

    String signedOn();

    /** What stands between a label and its value. */
    String colon();

    String date(LocalDate date);

    // Where it stands, on pages and in emails
    String standing(Standing standing);

    String because(Rejection reason);

    String countedAndListed();

    String countedNotListed();

    String reviewComes();

    /** What follows for a signature that was confirmed or approved just now. */
    default String whatFollows(Signing signing, boolean inReview) {
        if (inReview) return reviewComes();
        return signing.listed() ? countedAndListed() : countedNotListed();
    }

    String addressStaysPrivate();

    String askOrganisers();

    // Page: confirmation
    String confirmationHeading(Signing signing);

    String readText();

    String checkWhatYouSign(Signing signing);

    String sign(Signing signing);

    String nothingSignedYet();

    String signAgainToCorrect();

    String otherRequestsHeading();

    String otherRequests();

    // Page: confirmed
    String confirmedHeading();

    String receiptComes();

    String backToStatement();

    // Page: signed already
    String alreadySignedHeading(Signing signing);

    String nothingSignedAgain();

    String howToChange();

    // Page: posted without pressing the button
    String nothingHappenedHeading();

    String openLinkAndPress();

    // Pages: withdrawal and withdrawn
    String withdrawalHeading();

    String whatWithdrawingDoes(int hours);

    String withdraw();

    String closeToKeep();

    String withdrawnHeading();

    String neitherCountedNorListed();

    String welcomeToSignAgain();

    String takeBack(int hours);

    String restore();

    String restoredHeading();

    // Page: the signer's own signature
    String ownHeading(Signing signing);

    String editWaitsHeading();

    String editWaits();

    String editRejected();

    String editHeading();

    String save();

    String whatEditingDoes();

    String cannotBeSaved(String fields);

    // Pages: refusal, refused and lifted
    String refusalHeading();

    String openRequests(int count);

    String whatRefusingDoes();

    String silence();

    String refuse();

    String silenced();

    String lift();

    String refusedHeading();

    String requestsDropped();

    String liftedHeading();

    String emailComesAgain();

    // Pages: links that lead nowhere, and failure
    String expiredHeading();

    String linksExpire();

    String signAgainForNewLink();

    String requestRefusedHeading();

    String requestRefused();

    String rejectedHeading();

    String closedHeading();

    String closed();

    String unknownLinkHeading();

    String copyWholeLink();

    String failedHeading();

    String tryAgainSoon();

    String tellRequestNumber();

    String requestNumber();

    // Emails
    String greeting();

    /** A subject that names the statement. */
    default String subject(String matter, String title) {
        return matter + colon() + title;
    }

    String statementHere();

    String changeHere();

    String standingHere();

    String withdrawHere();

    String becauseOfTheForm();

    String becauseYouSigned();

    String refuseOrStopEmail();

    // Email: confirmation
    String confirmationSubject(Signing signing);

    String somebodyAsked(Signing signing);

    String openAndPress();

    String checkAndConfirm();

    String whenYouDoNothing(LocalDate lastDay);

    // Email: receipt
    String receiptSubject(Signing signing);

    String thanks(Signing signing);

    String keepToChange();

    // Email: changed
    String changedSubject(Signing signing);

    String changedByLink(Signing signing);

    // Email: approved
    String approvedSubject(Signing signing);

    String accepted(Signing signing);

    // Email: rejected
    String rejectedSubject(Signing signing);

    String notAccepted(Signing signing);

    String whatStaysKept();

    String askOrganisersHere();

    // Email: signed already
    String alreadySignedSubject(Signing signing);

    String askedAgain(Signing signing);

    String nothingToDo();

    // Email: status
    String statusSubject();

    String somebodyAskedForStatus(String title);

    String signaturesHeading();

    String openRequestsHeading();

    String confirmUntil(LocalDate lastDay);

    String nothingSigned();

    String becauseOfTheQuestion();

    // Email: to an organiser, of what waits
    String waitingSubject();

    String signaturesWait(String title);

    String howManyWait(int count);

    String oldestWaitsSince(LocalDate day);

    String waitingNeitherCountsNorIsListed();

    String becauseYouOrganise();
}
