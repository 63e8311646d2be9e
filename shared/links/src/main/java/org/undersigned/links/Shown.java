package org.undersigned.links;

import java.util.Optional;
import org.undersigned.domain.Campaign;
import org.undersigned.domain.Category;
import org.undersigned.domain.Details;
import org.undersigned.domain.Signature;
import org.undersigned.domain.Signs;
import org.undersigned.domain.Statement;
import org.undersigned.tables.Statements;
import org.undersigned.wording.About;
import org.undersigned.wording.Language;
import org.undersigned.wording.Languages;
import org.undersigned.wording.Organiser;
import org.undersigned.wording.Rejection;
import org.undersigned.wording.Signing;
import org.undersigned.wording.Standing;

/** What was asked for or signed, as its signer is shown it in emails and pages, and the language to say it in. */
public record Shown(Language language, Signing signing) {

    /** Throws {@link IllegalStateException} when the statement is gone, which nothing of ours removes. */
    public static Shown of(String statement, Details details, Statements statements) {
        return of(
                statements
                        .find(statement)
                        .orElseThrow(() -> new IllegalStateException("a signature's statement is missing")),
                details);
    }

    public static Shown of(Statement statement, Details details) {
        String language = statement.languageOr(Optional.of(details.language()));
        Optional<Category> category = statement.category(details.category());
        return new Shown(
                Languages.of(language).orElse(Language.EN),
                new Signing(
                        statement.title().get(language),
                        category.map(c -> c.name().get(language)).orElse(details.category()),
                        details.name(),
                        details.honorific(),
                        details.affiliation(),
                        details.contact().map(contact -> contact.name() + ", " + contact.role()),
                        category.filter(c -> c.signs() == Signs.ORGANISATION).isPresent(),
                        details.listed(),
                        about(statement, language)));
    }

    /** What stands behind a statement, for those who read that language of it. */
    public static About about(Statement statement, String language) {
        Campaign campaign = statement.campaign();
        return new About(
                campaign.organiser()
                        .map(organiser -> new Organiser(organiser.name(), organiser.emailAddress(), organiser.url())),
                campaign.page().in(language),
                campaign.privacy(),
                campaign.neutralSubject());
    }

    /** Throws {@link IllegalArgumentException} for one that is withdrawn: it stands nowhere. */
    public static Standing standing(Signature signature) {
        return switch (signature.status()) {
            case PUBLISHED -> Standing.PUBLISHED;
            case IN_REVIEW -> Standing.IN_REVIEW;
            case REJECTED -> Standing.REJECTED;
            case WITHDRAWN -> throw new IllegalArgumentException("a withdrawn signature stands nowhere");
        };
    }

    /** Why moderators rejected it, or the words that its signer wanted to have in place of others. */
    public static Optional<Rejection> rejection(Signature signature) {
        return signature.review().rejectedFor().map(reason -> switch (reason) {
            case FORGED -> Rejection.FORGED;
            case NO_MANDATE -> Rejection.NO_MANDATE;
            case DUPLICATE -> Rejection.DUPLICATE;
            case NOT_GENUINE -> Rejection.NOT_GENUINE;
            case OFFENSIVE -> Rejection.OFFENSIVE;
            case WRONG_CATEGORY -> Rejection.WRONG_CATEGORY;
            case ON_REQUEST -> Rejection.ON_REQUEST;
            case OTHER -> Rejection.OTHER;
        });
    }
}
