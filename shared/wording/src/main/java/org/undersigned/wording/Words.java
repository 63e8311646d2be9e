package org.undersigned.wording;

import java.time.LocalDate;

/** Every text of our pages and mails; a language that lacks one does not compile. */
public sealed interface Words permits English, French, TraditionalChinese {

    // What is signed
    String statement();

    String category();

    String name();

    String organisation();

    String affiliation();

    String contact();

    String publicList();

    String listed();

    String unlisted();

    /** What stands between a label and its value. */
    String colon();

    String date(LocalDate date);

    // Page: confirmation
    String confirmationHeading(Signing signing);

    String checkWhatYouSign(Signing signing);

    String sign(Signing signing);

    String nothingSignedYet();

    String signAgainToCorrect();

    String addressStaysPrivate();

    // Page: confirmed
    String confirmedHeading();

    String countedAndListed();

    String countedNotListed();

    String reviewComes();

    String withdrawAnyTime();

    String backToStatement();

    // Pages: withdrawal and withdrawn
    String withdrawalHeading();

    String whatWithdrawingDoes();

    String withdraw();

    String closeToKeep();

    String withdrawnHeading();

    String neitherCountedNorListed();

    String welcomeToSignAgain();

    // Pages: links that lead nowhere, and failure
    String expiredHeading();

    String linksExpire();

    String signAgainForNewLink();

    String supersededHeading();

    String useNewestMail();

    String refusedHeading();

    String refused();

    String unknownLinkHeading();

    String copyWholeLink();

    String failedHeading();

    String tryAgainSoon();

    String tellRequestNumber();

    String requestNumber();

    // Mails
    String greeting();

    String statementHere();

    // Mail: confirmation
    String confirmationSubject(Signing signing);

    String oneStepLeft(Signing signing);

    String openAndPress();

    String checkAndConfirm();

    String whenYouDoNothing(LocalDate lastDay);

    String notYou();

    // Mail: signed already
    String alreadySignedSubject(Signing signing);

    String alreadySigned(Signing signing);

    String isPublished();

    String isInReview();

    String isRejected();

    String nothingToDo();

    String withdrawHere();

    // Mail: rejected
    String rejectedSubject(Signing signing);

    String notAccepted(Signing signing);

    String because(Rejection reason);

    String whatStaysKept();

    String askOrganisers();

    String askOrganisersHere();
}
