package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.undersigned.local.Inbox;

/**
 * Nothing depends on the locale of the machine: Turkish has another small I. The rule that stands beside it is in {@code
 * ArchitectureTest}; texts and forms are tried in Arabic and Persian, too, with whose digits DynamoDB Local cannot live.
 */
@Isolated("the locale is that of the whole process")
@OnlyOn(value = EMBEDDED, because = "the functions run in this process, under its locale")
class OtherLocalesTest {
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void asItWas() {
        Locale.setDefault(locale);
    }

    @Test
    void signingIsTheSameInTurkish() {
        List<String> expected = story("en-US");
        assertThat(expected).anyMatch(line -> line.contains("Irene Iliescu"));
        assertThat(story("tr-TR")).isEqualTo(expected);
    }

    /** All that signers, readers and moderators see of a few signatures, without what differs from one time to the next. */
    private static List<String> story(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Journey journey = Journey.start();
        Admin administrator = Admin.administrator(journey);
        List<String> seen = new ArrayList<>();
        String address = "INFO-" + UUID.randomUUID() + "@mail.example";
        Signer irene = Signer.person("Irene Iliescu").with("email", address).with("language", "FR");
        seen.add(journey.api()
                .trySign(journey.statement(), "{\"category\": \"PEOPLE\", \"limit\": 1}")
                .body());
        journey.signAndConfirm(irene);
        journey.signAndConfirm(Signer.organisation("INSTITUT IGLU").with("language", "zh-tw"));
        journey.publish("people,İlker IŞIK,,INITIATIVE,,2026-01-09", "people,Ilkay Işıl,,other,,2026-10-19");
        journey.awaitTotal(4);
        // The same mailbox, in lower case, has signed.
        Signer again = irene.with("email", address.toLowerCase(Locale.ROOT)).with("name", "IRENE ILIESCU");
        seen.add(text(journey.sign(again, 1)));
        for (Inbox.Received mail : journey.backend().mailsTo(address)) seen.add(text(mail));
        for (String path : List.of("", "?language=FR", "/timeline"))
            seen.add(journey.api()
                    .get("/statements/" + journey.statement() + path)
                    .body());
        for (String query : List.of("", "?startsWith=I", "?startsWith=i", "?startsWith=IS%C4%B1k", "?limit=1"))
            seen.add(journey.api().get(journey.listPath("people") + query).body());
        for (String path : List.of("/queue?limit=12", "/audit", "/signatures?name=IL", "/signatures?email=" + address))
            seen.add(administrator.get(path).body());
        seen.add(administrator.get("/export", "Accept", "text/csv").body());
        return seen.stream().map(OtherLocalesTest::lasting).toList();
    }

    private static String text(Inbox.Received mail) {
        return mail.subject() + "\n" + mail.text();
    }

    /** Without identifiers, links and times, whatever their ASCII digits are; other digits would stay. */
    private static String lasting(String text) {
        return text.replaceAll("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
                .replaceAll("\"next\":\"[^\"]*\"", "NEXT")
                .replaceAll("https?://\\S+", "LINK")
                .replaceAll("[a-z2-7]{26,}", "KEY")
                .replaceAll("[0-9]+-[a-z0-9]+", "SORT")
                .replaceAll("[0-9a-f]{8}-KEY", "REQUEST")
                .replaceAll("[0-9]+", "N")
                .replaceAll("N(st|nd|rd|th)?\\b", "N");
    }
}
