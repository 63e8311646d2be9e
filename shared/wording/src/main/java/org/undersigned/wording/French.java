package org.undersigned.wording;

import java.time.LocalDate;

final class French implements Words {
    static final Words WORDS = new French();

    private static final String[] MONTHS = {
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre"
    };

    private French() {}

    @Override
    public String statement() {
        return "Déclaration";
    }

    @Override
    public String category() {
        return "Catégorie";
    }

    @Override
    public String name() {
        return "Nom";
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
        return "Personne de contact (non publiée)";
    }

    @Override
    public String publicList() {
        return "Liste publique";
    }

    @Override
    public String listed() {
        return "Le nom y figure";
    }

    @Override
    public String unlisted() {
        return "Le nom n’y figure pas, la signature est seulement comptée";
    }

    @Override
    public String colon() {
        return "\u00a0: ";
    }

    @Override
    public String date(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? "1er" : date.getDayOfMonth()) + " " + MONTHS[date.getMonthValue() - 1] + " "
                + date.getYear();
    }

    @Override
    public String confirmationHeading(Signing signing) {
        return signing.organisation() ? "Confirmez la signature de votre organisation" : "Confirmez votre signature";
    }

    @Override
    public String checkWhatYouSign(Signing signing) {
        return signing.organisation()
                ? "Voici ce que vous vous apprêtez à signer pour " + signing.name()
                        + ". Veuillez vérifier que tout est exact."
                : "Voici ce que vous vous apprêtez à signer. Veuillez vérifier que tout est exact.";
    }

    @Override
    public String sign(Signing signing) {
        return (signing.organisation() ? "Signer pour " : "Signer en tant que ") + signing.name();
    }

    @Override
    public String nothingSignedYet() {
        return "Rien n’est signé tant que vous n’appuyez pas sur le bouton."
                + " Si vous n’avez rien demandé, fermez simplement cette page.";
    }

    @Override
    public String signAgainToCorrect() {
        return "Une erreur\u00a0? Signez de nouveau avec les bonnes indications, et nous vous enverrons un nouveau"
                + " lien.";
    }

    @Override
    public String addressStaysPrivate() {
        return "Votre adresse courriel n’est jamais publiée.";
    }

    @Override
    public String confirmedHeading() {
        return "Merci, la signature est confirmée";
    }

    @Override
    public String countedAndListed() {
        return "Elle est comptée et figurera dans la liste publique d’ici quelques minutes.";
    }

    @Override
    public String countedNotListed() {
        return "Elle est comptée et, comme vous l’avez souhaité, ne figure pas dans la liste publique.";
    }

    @Override
    public String reviewComes() {
        return "L’équipe qui publie la déclaration l’examinera avant qu’elle ne soit comptée. Vous n’avez plus rien à"
                + " faire.";
    }

    @Override
    public String withdrawAnyTime() {
        return "Vous pouvez la retirer à tout moment grâce au lien qui figure dans notre courriel.";
    }

    @Override
    public String backToStatement() {
        return "Retour à la déclaration";
    }

    @Override
    public String withdrawalHeading() {
        return "Retirer cette signature\u00a0?";
    }

    @Override
    public String whatWithdrawingDoes() {
        return "Une fois retirée, elle n’est ni comptée ni affichée. Vous pourrez signer de nouveau quand vous le"
                + " voudrez.";
    }

    @Override
    public String withdraw() {
        return "Retirer la signature";
    }

    @Override
    public String closeToKeep() {
        return "Pour conserver la signature, fermez simplement cette page.";
    }

    @Override
    public String withdrawnHeading() {
        return "La signature est retirée";
    }

    @Override
    public String neitherCountedNorListed() {
        return "Elle n’est ni comptée ni affichée. La liste publique sera à jour d’ici quelques minutes.";
    }

    @Override
    public String welcomeToSignAgain() {
        return "Si vous changez d’avis, vous pouvez signer de nouveau.";
    }

    @Override
    public String expiredHeading() {
        return "Ce lien a expiré";
    }

    @Override
    public String linksExpire() {
        return "Les liens de nos courriels sont valables pendant une durée limitée."
                + " Une signature qui n’a pas été confirmée dans ce délai n’est pas comptée.";
    }

    @Override
    public String signAgainForNewLink() {
        return "Pour signer, ou pour recevoir un nouveau lien, veuillez signer de nouveau sur la page de la"
                + " déclaration.";
    }

    @Override
    public String supersededHeading() {
        return "Il existe un courriel plus récent";
    }

    @Override
    public String useNewestMail() {
        return "Après l’envoi de ce lien, quelqu’un a signé de nouveau avec la même adresse courriel."
                + " Veuillez utiliser le lien du courriel le plus récent.";
    }

    @Override
    public String refusedHeading() {
        return "Cette signature n’a pas été acceptée";
    }

    @Override
    public String refused() {
        return "L’équipe qui publie la déclaration l’a examinée et ne l’a pas acceptée. Elle n’est pas comptée.";
    }

    @Override
    public String unknownLinkHeading() {
        return "Nous ne connaissons pas ce lien";
    }

    @Override
    public String copyWholeLink() {
        return "Il a peut-être été coupé en chemin. Veuillez copier l’adresse complète depuis notre courriel, ou"
                + " cliquer de nouveau sur le lien qui s’y trouve.";
    }

    @Override
    public String failedHeading() {
        return "Un problème est survenu de notre côté";
    }

    @Override
    public String tryAgainSoon() {
        return "Veuillez nous en excuser et réessayer dans quelques minutes.";
    }

    @Override
    public String tellRequestNumber() {
        return "Si cela se reproduit, veuillez communiquer ce numéro à l’équipe qui publie la déclaration.";
    }

    @Override
    public String requestNumber() {
        return "Numéro de la requête";
    }

    @Override
    public String greeting() {
        return "Bonjour,";
    }

    @Override
    public String statementHere() {
        return "La déclaration\u00a0:";
    }

    @Override
    public String confirmationSubject(Signing signing) {
        return signing.organisation()
                ? "Veuillez confirmer la signature de «\u00a0" + signing.name() + "\u00a0»\u00a0: " + signing.title()
                : "Veuillez confirmer votre signature\u00a0: " + signing.title();
    }

    @Override
    public String oneStepLeft(Signing signing) {
        return signing.organisation()
                ? "Merci de signer «\u00a0" + signing.title() + "\u00a0» pour " + signing.name()
                        + ". Il reste une étape\u00a0: veuillez confirmer la signature."
                : "Merci de signer «\u00a0" + signing.title()
                        + "\u00a0». Il reste une étape\u00a0: veuillez confirmer qu’il s’agit bien de vous.";
    }

    @Override
    public String openAndPress() {
        return "Ouvrez cette page et appuyez sur le bouton qui s’y trouve\u00a0:";
    }

    @Override
    public String checkAndConfirm() {
        return "Vérifier et confirmer";
    }

    @Override
    public String whenYouDoNothing(LocalDate lastDay) {
        return "Le lien est valable jusqu’au " + date(lastDay)
                + ". Si vous ne faites rien, la signature n’est pas comptée et elle est supprimée après cette date."
                + " Nous ne vous écrirons plus, sauf si quelqu’un signe de nouveau avec cette adresse.";
    }

    @Override
    public String notYou() {
        return "Ce n’était pas vous\u00a0? Ne faites rien, ou retirez tout de suite la signature ici\u00a0:";
    }

    @Override
    public String alreadySignedSubject(Signing signing) {
        return (signing.organisation()
                        ? "«\u00a0" + signing.name() + "\u00a0» a déjà signé\u00a0: "
                        : "Vous avez déjà signé\u00a0: ")
                + signing.title();
    }

    @Override
    public String alreadySigned(Signing signing) {
        return "Quelqu’un, sans doute vous, vient de signer de nouveau «\u00a0" + signing.title() + "\u00a0»"
                + (signing.organisation() ? " pour " + signing.name() : "")
                + " avec cette adresse courriel. Cette signature existe déjà, et rien n’y a changé.";
    }

    @Override
    public String isPublished() {
        return "Elle est confirmée et comptée.";
    }

    @Override
    public String isInReview() {
        return "Elle est confirmée. L’équipe qui publie la déclaration l’examinera avant qu’elle ne soit comptée.";
    }

    @Override
    public String isRejected() {
        return "Elle est confirmée, mais l’équipe qui publie la déclaration ne l’a pas acceptée\u00a0: elle n’est pas"
                + " comptée.";
    }

    @Override
    public String nothingToDo() {
        return "Vous n’avez rien à faire, même si ce n’était pas vous.";
    }

    @Override
    public String withdrawHere() {
        return "Pour retirer la signature, ouvrez cette page\u00a0:";
    }

    @Override
    public String rejectedSubject(Signing signing) {
        return (signing.organisation()
                        ? "La signature de «\u00a0" + signing.name() + "\u00a0» n’a pas été acceptée\u00a0: "
                        : "Votre signature n’a pas été acceptée\u00a0: ")
                + signing.title();
    }

    @Override
    public String notAccepted(Signing signing) {
        return "L’équipe qui publie «\u00a0" + signing.title() + "\u00a0» a examiné votre signature"
                + (signing.organisation() ? " pour " + signing.name() : "")
                + " et ne l’a pas acceptée. Elle n’est ni comptée ni affichée.";
    }

    @Override
    public String because(Rejection reason) {
        return switch (reason) {
            case FORGED -> "La raison\u00a0: l’équipe pense que quelqu’un d’autre a signé sous ce nom.";
            case NO_MANDATE -> "La raison\u00a0: l’équipe n’a pas pu établir que vous pouvez signer sous ce nom.";
            case DUPLICATE -> "La raison\u00a0: la même signature existe déjà.";
            case NOT_GENUINE -> "La raison\u00a0: l’équipe doute que le nom et ce qui l’accompagne soient réels.";
            case OFFENSIVE -> "La raison\u00a0: l’équipe juge offensants les termes de la signature.";
            case WRONG_CATEGORY ->
                "La raison\u00a0: elle n’a pas sa place dans cette catégorie. Vous pouvez la retirer et signer de"
                        + " nouveau dans la bonne.";
            case ON_REQUEST -> "La raison\u00a0: cela a été demandé, par vous ou en votre nom.";
            case OTHER -> "L’équipe peut vous en dire la raison.";
        };
    }

    @Override
    public String whatStaysKept() {
        return "La signature est conservée avec votre adresse courriel, afin que personne n’ait à l’examiner de"
                + " nouveau, et rien n’en est publié. Si vous la retirez, tout est effacé quelque temps après.";
    }

    @Override
    public String askOrganisers() {
        return "Est-ce une erreur\u00a0? Veuillez alors vous adresser à l’équipe qui publie la déclaration.";
    }

    @Override
    public String askOrganisersHere() {
        return "Est-ce une erreur\u00a0? Veuillez alors vous adresser à l’équipe, par la page de la déclaration\u00a0:";
    }
}
