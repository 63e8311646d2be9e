package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Inbox;

class CampaignTest {
    private static final String DRAFT = """
        {"title": {"en": "Keep the night dark"}, "text": {"en": "We ask for\\n\\n1. *shielded* lamps"},
         "page": "https://dark.example.org", "goal": 500, "privacy": "https://dark.example.org/privacy",
         "organiser": {"name": "Dark Sky Union", "email": "sky@dark.example.org"}, "state": "draft",
         "categories": [
           {"id": "people", "name": {"en": "People"}, "description": {"en": "Who looks up at night"},
            "signs": "person", "affiliation": "none", "admission": "automatic", "order": "arrival"}]}
        """;
    private static final String OPEN = DRAFT.replace("draft", "open");

    private final Journey journey = Journey.start();
    private final Admin organiser = Admin.administrator(journey).on("letter-" + UUID.randomUUID());
    private final String path = "/statements/" + organiser.statement();

    @Test
    void aCampaignIsPreparedAsADraftPreviewedAndOpened() {
        assertThat(put("", DRAFT).status()).isEqualTo(201);
        assertThat(journey.api().get(path).status()).isEqualTo(404);
        assertThat(Admin.moderator(journey)
                        .on(organiser.statement())
                        .get("/texts/1")
                        .body())
                .contains("<li><em>shielded</em> lamps</li>");

        Api.Answer preview = put("?dryRun=true", OPEN, "If-Match", "\"1\"");
        assertThat(preview.json())
                .containsEntry("changes", List.of(Map.of("field", "state", "before", "draft", "after", "open")))
                .containsEntry("signed", 0)
                .containsEntry("waiting", 0);
        assertThat(journey.api().get(path).status()).isEqualTo(404);

        assertThat(put("", OPEN, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(journey.api().get(path).json())
                .containsEntry("state", "open")
                .containsEntry("goal", 500)
                .containsEntry("textVersion", 1);
        var campaign = new Journey(journey.backend(), journey.api(), organiser.statement());
        Inbox.Received receipt = campaign.signAndConfirm(Signer.person("Vera Star"));
        assertThat(receipt.from()).contains("Dark Sky Union");
        assertThat(receipt.text()).contains("sky@dark.example.org", "https://dark.example.org/privacy");
        assertThat(campaign.names("people")).containsExactly("Vera Star");
    }

    private Api.Answer put(String query, String definition, String... ifMatch) {
        String[] headers = ifMatch.length == 0
                ? new String[] {"Content-Type", "application/json"}
                : new String[] {"Content-Type", "application/json", ifMatch[0], ifMatch[1]};
        return organiser.send("PUT", query, definition, headers);
    }
}
