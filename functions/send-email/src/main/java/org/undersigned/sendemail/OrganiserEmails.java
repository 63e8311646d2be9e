package org.undersigned.sendemail;

import java.time.Clock;
import java.util.Optional;
import org.undersigned.domain.Address;
import org.undersigned.domain.Campaign;
import org.undersigned.domain.KeyedHash;
import org.undersigned.domain.Organiser;
import org.undersigned.domain.Statement;
import org.undersigned.domain.Waiting;
import org.undersigned.lambda.Env;
import org.undersigned.tables.Statements;
import org.undersigned.wording.About;
import org.undersigned.wording.Email;
import org.undersigned.wording.Emails;
import org.undersigned.wording.Language;
import org.undersigned.wording.Languages;

/** Emails that tell organisers, in the statement's first language, what waits for its moderators. */
final class OrganiserEmails {
    private final Statements statements;
    private final EmailLinks links;
    private final KeyedHash hash;
    private final Clock clock;

    OrganiserEmails(Env env, EmailLinks links, KeyedHash hash) {
        statements = new Statements(env);
        this.links = links;
        this.hash = hash;
        clock = env.clock();
    }

    /** None when the statement names no organiser by now. */
    Optional<Due> of(String statement, Waiting waiting) {
        return statements
                .find(statement)
                .flatMap(found -> found.campaign().organiser().map(organiser -> due(found, organiser, waiting)));
    }

    private Due due(Statement statement, Organiser organiser, Waiting waiting) {
        String first = statement.languageOr(Optional.empty());
        Address address = Address.of(organiser.emailAddress()).orElseThrow();
        String signer = hash.signer(statement.id(), address);
        String refuse = links.refuse(signer, address.typed(), clock.instant());
        Email email = Emails.waiting(
                Languages.of(first).orElse(Language.EN),
                statement.title().get(first),
                about(statement.campaign(), first),
                waiting.signatures(),
                waiting.since(),
                refuse);
        return new Due(address.typed(), email, refuse, signer, statement.id(), "organiser", "waiting", true);
    }

    /** Not in the organiser's own name. */
    private static About about(Campaign campaign, String language) {
        return new About(Optional.empty(), campaign.page().in(language), Optional.empty(), campaign.neutralSubject());
    }
}
