package org.undersigned.wording;

import java.time.LocalDate;

final class French implements Messages {
    static final Messages MESSAGES = new French();

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
    public String honorific() {
        return "Titre de civilité";
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
    public String organiser() {
        return "Responsable";
    }

    @Override
    public String privacyNotice() {
        return "Avis de confidentialité";
    }

    @Override
    public String publicList() {
        return "Liste publique";
    }

    @Override
    public String listed() {
        return "Afficher le nom";
    }

    @Override
    public String unlisted() {
        return "Ne pas afficher le nom, seulement compter la signature";
    }

    @Override
    public String signedOn() {
        return "Signée le";
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
    public String standing(Standing standing) {
        return switch (standing) {
            case PUBLISHED -> "La signature est confirmée et comptée.";
            case IN_REVIEW ->
                "La signature est confirmée. L’équipe qui publie la déclaration l’examinera avant qu’elle ne soit"
                        + " comptée.";
            case REJECTED ->
                "L’équipe qui publie la déclaration a examiné la signature et ne l’a pas acceptée. Elle n’est pas"
                        + " comptée.";
        };
    }

    @Override
    public String because(Rejection reason) {
        return switch (reason) {
            case FORGED -> "La raison\u00a0: l’équipe pense que quelqu’un d’autre a signé sous ce nom.";
            case NO_MANDATE -> "La raison\u00a0: l’équipe n’a pas pu établir que vous pouvez signer sous ce nom.";
            case DUPLICATE -> "La raison\u00a0: la même signature existe déjà.";
            case NOT_GENUINE ->
                "La raison\u00a0: l’équipe doute que le nom et les renseignements fournis soient réels.";
            case OFFENSIVE -> "La raison\u00a0: l’équipe juge offensants les termes de la signature.";
            case WRONG_CATEGORY ->
                "La raison\u00a0: elle n’a pas sa place dans cette catégorie. Vous pouvez la retirer et signer de"
                        + " nouveau dans la bonne.";
            case ON_REQUEST -> "La raison\u00a0: cela a été demandé, par vous ou en votre nom.";
            case OTHER -> "L’équipe peut vous en dire la raison.";
        };
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
    public String addressStaysPrivate() {
        return "Votre adresse courriel n’est jamais publiée.";
    }

    @Override
    public String askOrganisers() {
        return "Est-ce une erreur\u00a0? Veuillez alors vous adresser à l’équipe qui publie la déclaration.";
    }

    @Override
    public String confirmationHeading(Signing signing) {
        return signing.organisation() ? "Confirmez la signature de votre organisation" : "Confirmez votre signature";
    }

    @Override
    public String readText() {
        return "Lire le texte de la déclaration";
    }

    @Override
    public String checkWhatYouSign(Signing signing) {
        return signing.organisation()
                ? "Voici ce que vous vous apprêtez à signer pour une organisation. Veuillez vérifier que tout est"
                        + " exact."
                : "Voici ce que vous vous apprêtez à signer. Veuillez vérifier que tout est exact.";
    }

    @Override
    public String sign(Signing signing) {
        return (signing.organisation() ? "Signer pour " : "Signer en tant que ") + Isolate.of(signing.name());
    }

    @Override
    public String nothingSignedYet() {
        return "Rien n’est signé tant que vous n’appuyez pas sur le bouton."
                + " Si vous n’avez rien demandé, fermez simplement cette page.";
    }

    @Override
    public String signAgainToCorrect() {
        return "Une erreur\u00a0? Remplissez de nouveau le formulaire, et nous vous enverrons un nouveau lien.";
    }

    @Override
    public String otherRequestsHeading() {
        return "Autres demandes faites avec cette adresse courriel";
    }

    @Override
    public String otherRequests() {
        return "Quelqu’un, peut-être vous, a aussi fait ces demandes\u00a0; certaines ne viennent peut-être pas de"
                + " vous. Rien n’est signé tant que vous n’appuyez pas sur le bouton correspondant.";
    }

    @Override
    public String confirmedHeading() {
        return "Merci, la signature est confirmée";
    }

    @Override
    public String receiptComes() {
        return "Nous vous envoyons un accusé de réception par courriel. Les liens qui s’y trouvent vous permettent de"
                + " modifier ou de retirer la signature à tout moment.";
    }

    @Override
    public String backToStatement() {
        return "Retour à la déclaration";
    }

    @Override
    public String alreadySignedHeading(Signing signing) {
        return signing.organisation() ? "Votre organisation a déjà signé" : "Vous avez déjà signé";
    }

    @Override
    public String nothingSignedAgain() {
        return "Cette adresse courriel a déjà servi à signer, par une autre demande, et rien n’a changé à cette"
                + " signature.";
    }

    @Override
    public String howToChange() {
        return "Pour la modifier, ouvrez le lien de votre accusé de réception. Si vous n’avez plus ce courriel,"
                + " demandez sur la page de la déclaration où en sont vos signatures\u00a0: nous vous enverrons les"
                + " liens.";
    }

    @Override
    public String nothingHappenedHeading() {
        return "Il ne s’est encore rien passé";
    }

    @Override
    public String openLinkAndPress() {
        return "Veuillez ouvrir de nouveau le lien de notre courriel et appuyer sur le bouton de la page qui"
                + " s’affiche.";
    }

    @Override
    public String withdrawalHeading() {
        return "Retirer cette signature\u00a0?";
    }

    @Override
    public String whatWithdrawingDoes(int hours) {
        return "Une fois retirée, elle n’est ni comptée ni affichée. Vous pouvez revenir sur ce retrait pendant "
                + hours(hours) + "\u00a0; ensuite, ce que vous avez saisi est effacé. Vous pourrez signer de nouveau"
                + " quand vous le voudrez.";
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
    public String takeBack(int hours) {
        return "Vous pouvez revenir sur ce retrait pendant encore " + hours(hours)
                + ". Ensuite, ce que vous avez saisi sera effacé.";
    }

    @Override
    public String restore() {
        return "Annuler le retrait";
    }

    @Override
    public String restoredHeading() {
        return "La signature est maintenue";
    }

    private static String hours(int hours) {
        return hours + (hours == 1 ? "\u00a0heure" : "\u00a0heures");
    }

    @Override
    public String ownHeading(Signing signing) {
        return signing.organisation() ? "La signature de votre organisation" : "Votre signature";
    }

    @Override
    public String editWaitsHeading() {
        return "Votre modification est en attente";
    }

    @Override
    public String editWaits() {
        return "L’équipe qui publie la déclaration examinera ces mots. D’ici là, les autres restent tels quels.";
    }

    @Override
    public String editRejected() {
        return "L’équipe n’a pas accepté les mots que vous vouliez y mettre. La signature reste telle quelle.";
    }

    @Override
    public String editHeading() {
        return "La modifier";
    }

    @Override
    public String save() {
        return "Enregistrer la modification";
    }

    @Override
    public String whatEditingDoes() {
        return "Certaines modifications sont d’abord examinées par l’équipe. L’affichage de votre nom ne dépend que de"
                + " vous et change aussitôt.";
    }

    @Override
    public String cannotBeSaved(String fields) {
        return "Cela ne peut pas être enregistré\u00a0: veuillez vérifier " + Isolate.of(fields)
                + ". Les liens, les caractères inhabituels et les textes très longs ne sont pas acceptés, et la"
                + " signature d’une organisation reste celle de cette organisation.";
    }

    @Override
    public String refusalHeading() {
        return "Vous n’avez rien demandé\u00a0?";
    }

    @Override
    public String openRequests(int count) {
        return switch (count) {
            case 0 -> "Aucune demande de signature de la déclaration n’est en attente pour cette adresse courriel.";
            case 1 ->
                "Quelqu’un a demandé à signer la déclaration avec cette adresse courriel. Rien n’est signé tant que la"
                        + " demande n’est pas confirmée.";
            default ->
                "Quelqu’un a demandé " + count
                        + " fois à signer la déclaration avec cette adresse courriel\u00a0; vous voyez ici la demande"
                        + " la plus récente. Rien n’est signé tant qu’une demande n’est pas confirmée.";
        };
    }

    @Override
    public String whatRefusingDoes() {
        return "Si vous appuyez sur le bouton, toutes les demandes en attente faites avec cette adresse pour cette"
            + " déclaration sont supprimées. Une signature confirmée est conservée\u00a0; pour la retirer, utilisez le"
            + " lien de son accusé de réception.";
    }

    @Override
    public String silence() {
        return "Et ne plus envoyer de courriel à cette adresse, pour aucune déclaration";
    }

    @Override
    public String refuse() {
        return "Je n’ai rien demandé";
    }

    @Override
    public String silenced() {
        return "Plus aucun courriel n’est envoyé à cette adresse, pour aucune déclaration, comme l’a demandé la"
                + " personne à qui elle appartient.";
    }

    @Override
    public String lift() {
        return "Envoyer de nouveau des courriels à cette adresse";
    }

    @Override
    public String refusedHeading() {
        return "Les demandes sont supprimées";
    }

    @Override
    public String requestsDropped() {
        return "Il ne reste aucune demande en attente faite avec cette adresse courriel pour cette déclaration, et"
                + " aucune n’est devenue une signature.";
    }

    @Override
    public String liftedHeading() {
        return "Cette adresse recevra de nouveau des courriels";
    }

    @Override
    public String emailComesAgain() {
        return "Si vous souhaitez signer une déclaration, remplissez son formulaire, et nous vous enverrons le lien de"
                + " confirmation.";
    }

    @Override
    public String expiredHeading() {
        return "Ce lien a expiré";
    }

    @Override
    public String linksExpire() {
        return "Les liens de nos courriels sont valables pendant une durée limitée. Une demande qui n’a pas été"
                + " confirmée dans ce délai ne devient pas une signature.";
    }

    @Override
    public String signAgainForNewLink() {
        return "Pour signer, ou pour recevoir un nouveau lien, veuillez remplir de nouveau le formulaire sur la page"
                + " de la déclaration.";
    }

    @Override
    public String requestRefusedHeading() {
        return "Cette demande a été refusée";
    }

    @Override
    public String requestRefused() {
        return "Quelqu’un qui a accès à cette boîte de réception nous a dit n’avoir rien demandé. Rien n’a été signé.";
    }

    @Override
    public String rejectedHeading() {
        return "Cette signature n’a pas été acceptée";
    }

    @Override
    public String closedHeading() {
        return "Cette déclaration est close";
    }

    @Override
    public String closed() {
        return "Elle est close depuis plus d’un jour\u00a0: elle ne peut plus être signée, et les demandes ne peuvent"
                + " plus être confirmées.";
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
    public String changeHere() {
        return "Pour voir où en est la signature, ou pour la modifier, ouvrez cette page\u00a0:";
    }

    @Override
    public String standingHere() {
        return "Pour voir où en est la signature, ouvrez cette page\u00a0:";
    }

    @Override
    public String withdrawHere() {
        return "Pour retirer la signature, ouvrez cette page\u00a0:";
    }

    @Override
    public String becauseOfTheForm() {
        return "Vous recevez ce courriel parce que quelqu’un, peut-être vous, a saisi cette adresse courriel dans le"
                + " formulaire de la déclaration.";
    }

    @Override
    public String becauseYouSigned() {
        return "Vous recevez ce courriel parce que la déclaration a été signée avec cette adresse courriel.";
    }

    @Override
    public String refuseOrStopEmail() {
        return "Je n’ai rien demandé, ou je ne veux plus recevoir de courriels";
    }

    @Override
    public String confirmationSubject(Signing signing) {
        return signing.organisation()
                ? "Veuillez confirmer la signature de votre organisation"
                : "Veuillez confirmer votre signature";
    }

    @Override
    public String somebodyAsked(Signing signing) {
        return "Quelqu’un, sans doute vous, a demandé à signer «\u00a0" + Isolate.of(signing.title())
                + "\u00a0» avec cette adresse courriel"
                + (signing.organisation() ? " pour l’organisation indiquée ci-dessous" : "")
                + ". Rien n’est encore signé.";
    }

    @Override
    public String openAndPress() {
        return "C’était vous\u00a0? Ouvrez alors cette page, vérifiez ce que vous signez et appuyez sur le bouton qui"
                + " s’y trouve\u00a0:";
    }

    @Override
    public String checkAndConfirm() {
        return "Vérifier et confirmer";
    }

    @Override
    public String whenYouDoNothing(LocalDate lastDay) {
        return "Le lien est valable jusqu’au " + date(lastDay)
                + ". Si vous ne faites rien, rien n’est signé et la demande est supprimée après cette date.";
    }

    @Override
    public String receiptSubject(Signing signing) {
        return signing.organisation()
                ? "La signature de votre organisation est confirmée"
                : "Votre signature est confirmée";
    }

    @Override
    public String thanks(Signing signing) {
        return "Merci d’avoir signé «\u00a0" + Isolate.of(signing.title()) + "\u00a0»"
                + (signing.organisation() ? " pour l’organisation indiquée ci-dessous" : "")
                + ". La signature est confirmée.";
    }

    @Override
    public String keepToChange() {
        return "Conservez ce courriel. Pour voir où en est la signature, ou pour la modifier à tout moment, ouvrez"
                + " cette page\u00a0:";
    }

    @Override
    public String changedSubject(Signing signing) {
        return signing.organisation()
                ? "La signature de votre organisation a été modifiée"
                : "Votre signature a été modifiée";
    }

    @Override
    public String changedByLink(Signing signing) {
        return "Votre signature de «\u00a0" + Isolate.of(signing.title()) + "\u00a0»"
                + (signing.organisation() ? " pour l’organisation indiquée ci-dessous" : "")
                + " a été modifiée grâce à un lien de nos courriels. La voici telle qu’elle est maintenant.";
    }

    @Override
    public String approvedSubject(Signing signing) {
        return signing.organisation()
                ? "La signature de votre organisation est acceptée"
                : "Votre signature est acceptée";
    }

    @Override
    public String accepted(Signing signing) {
        return "L’équipe qui publie «\u00a0" + Isolate.of(signing.title()) + "\u00a0» a examiné votre signature"
                + (signing.organisation() ? " pour l’organisation indiquée ci-dessous" : "") + " et l’a acceptée.";
    }

    @Override
    public String rejectedSubject(Signing signing) {
        return signing.organisation()
                ? "La signature de votre organisation n’a pas été acceptée"
                : "Votre signature n’a pas été acceptée";
    }

    @Override
    public String notAccepted(Signing signing) {
        return "L’équipe qui publie «\u00a0" + Isolate.of(signing.title()) + "\u00a0» a examiné votre signature"
                + (signing.organisation() ? " pour l’organisation indiquée ci-dessous" : "")
                + " et ne l’a pas acceptée. Elle n’est ni comptée ni affichée.";
    }

    @Override
    public String whatStaysKept() {
        return "La signature est conservée avec votre adresse courriel, afin que personne n’ait à l’examiner de"
                + " nouveau, et rien n’en est publié. Si vous la retirez, votre nom, votre adresse et tout ce que vous"
                + " avez saisi sont effacés en quelques jours.";
    }

    @Override
    public String askOrganisersHere() {
        return "Est-ce une erreur\u00a0? Veuillez alors vous adresser à l’équipe, par la page de la déclaration\u00a0:";
    }

    @Override
    public String alreadySignedSubject(Signing signing) {
        return signing.organisation() ? "Votre organisation a déjà signé" : "Vous avez déjà signé";
    }

    @Override
    public String askedAgain(Signing signing) {
        return "Quelqu’un, sans doute vous, a demandé à signer de nouveau «\u00a0" + Isolate.of(signing.title())
                + "\u00a0»" + (signing.organisation() ? " pour l’organisation indiquée ci-dessous" : "")
                + " avec cette adresse courriel. La signature existe déjà, et rien n’y a changé.";
    }

    @Override
    public String nothingToDo() {
        return "Vous n’avez rien à faire, même si ce n’était pas vous.";
    }

    @Override
    public String statusSubject() {
        return "Où en sont vos signatures";
    }

    @Override
    public String somebodyAskedForStatus(String title) {
        return "Quelqu’un, sans doute vous, a demandé où en sont les signatures de «\u00a0" + Isolate.of(title)
                + "\u00a0» faites avec cette adresse courriel.";
    }

    @Override
    public String signaturesHeading() {
        return "Vos signatures";
    }

    @Override
    public String openRequestsHeading() {
        return "Pas encore signé\u00a0: demandes en attente de confirmation";
    }

    @Override
    public String confirmUntil(LocalDate lastDay) {
        return "Pour signer, ouvrez cette page au plus tard le " + date(lastDay)
                + " et appuyez sur le bouton qui s’y trouve\u00a0:";
    }

    @Override
    public String nothingSigned() {
        return "Rien n’a été signé avec cette adresse courriel, et aucune demande n’est en attente de confirmation. Si"
                + " vous avez utilisé une autre adresse, posez la question avec celle-là. Pour signer, remplissez le"
                + " formulaire sur la page de la déclaration.";
    }

    @Override
    public String becauseOfTheQuestion() {
        return "Vous recevez ce courriel parce que quelqu’un, peut-être vous, a saisi cette adresse courriel sur la"
                + " page de la déclaration pour le demander.";
    }

    @Override
    public String waitingSubject() {
        return "Des signatures attendent d’être examinées";
    }

    @Override
    public String signaturesWait(String title) {
        return "Des signatures de «\u00a0" + Isolate.of(title)
                + "\u00a0» sont confirmées et attendent d’être examinées.";
    }

    @Override
    public String howManyWait(int count) {
        return count == 1 ? "Il y en a une." : "Il y en a " + count + ".";
    }

    @Override
    public String oldestWaitsSince(LocalDate day) {
        return "La plus ancienne attend depuis le " + date(day) + ".";
    }

    @Override
    public String waitingNeitherCountsNorIsListed() {
        return "Tant qu’elles ne sont pas examinées, elles ne sont ni comptées ni affichées.";
    }

    @Override
    public String becauseYouOrganise() {
        return "Vous recevez ce courriel parce que cette adresse est celle des organisateurs dans la définition de la"
                + " déclaration. Il est envoyé une fois par jour tant que des signatures attendent.";
    }
}
