package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Inbox;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who is behind a statement is said wherever a signer is asked for something, and what is signed can be read there. */
class OrganiserTest {
    private final Journey journey = Journey.start(Map.of(
            "\"text\": {\"en\": \"We ask.\"",
            "\"organiser\": {\"name\": \"River Club\", \"email\": \"us@rivers.example\"},"
                    + " \"privacy\": \"https://rivers.example/privacy\", \"neutralSubject\": true,"
                    + " \"text\": {\"en\": \"- We *ask*.\"",
            "\"https://letter.example.org\"",
            "{\"en\": \"https://letter.example.org/en\", \"fr\": \"https://letter.example.org/fr\"}"));

    @Test
    void emailsAndPagesSayWhoIsBehindTheStatement() {
        Signer anna = Signer.person("Anna Lee").with("language", "fr");
        Inbox.Received asked = journey.sign(anna, 1);
        journey.confirm(asked);
        Inbox.Received receipt = journey.backend().mail(anna.email(), 2);
        for (Inbox.Received email : List.of(asked, receipt)) {
            assertThat(email.from()).contains("River Club");
            assertThat(email.subject()).doesNotContain("Lettre ouverte");
            assertThat(email.text())
                    .contains("Lettre ouverte", "River Club", "us@rivers.example", "https://letter.example.org/fr")
                    .contains("https://rivers.example/privacy", "Vous recevez ce courriel parce que");
        }
        String page = journey.api()
                .get(Api.path(Links.withdrawal(receipt)), "Accept", "text/html")
                .body();
        assertThat(page).contains("River Club", "mailto:us@rivers.example", "https://rivers.example/privacy");
    }

    @Test
    void thePageShowsTheTextThatWasAskedFor() {
        Inbox.Received asked = journey.sign(Signer.person("Anna Lee"), 1);
        Admin.administrator(journey)
                .change(Map.of("text", Map.of("en", "Something else.", "fr", "Autre.", "zh-Hant", "其他。")));
        Api.Answer page = journey.api().get(Api.path(Links.confirmation(asked)), "Accept", "text/html");
        assertThat(page.body())
                .contains("<details lang=\"en\" dir=\"ltr\">", "<li>We <em>ask</em>.</li>")
                .doesNotContain("Something else.");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
    }

    @Test
    void otherRequestsForAnEarlierTextShowTheirs() {
        Signer anna = Signer.person("Anna Lee");
        journey.sign(anna, 1);
        Admin.administrator(journey)
                .change(Map.of("text", Map.of("en", "Something else.", "fr", "Autre.", "zh-Hant", "其他。")));
        Inbox.Received newer = journey.sign(anna.with("honorific", "Dr."), 2);
        // The form was filled in before sign had heard of the new text, ten seconds at most.
        journey.requestsOf(anna).stream()
                .filter(request -> request.containsKey("honorific"))
                .forEach(this::askForTheSecondText);
        String page = journey.api()
                .get(Api.path(Links.confirmation(newer)), "Accept", "text/html")
                .body();
        assertThat(page).containsSubsequence("Something else.", "<li>We <em>ask</em>.</li>");
    }

    private void askForTheSecondText(Map<String, AttributeValue> request) {
        String table = journey.backend().env().required("SIGNING_REQUESTS_TABLE");
        journey.backend()
                .dynamoDb()
                .updateItem(r -> r.tableName(table)
                        .key(Map.of("signer", request.get("signer"), "request", request.get("request")))
                        .updateExpression("SET textVersion = :second")
                        .expressionAttributeValues(Map.of(":second", AttributeValue.fromN("2"))));
    }
}
