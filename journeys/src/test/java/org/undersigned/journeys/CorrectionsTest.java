package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {
    private final Journey journey = Journey.start();
    private final Admin moderator = Admin.moderator(journey);

    @Test
    void aCorrectedNameTakesItsPlaceInTheList() {
        journey.publish("people,Ann Lee,,,,", "people,Bob Roy,,,,");
        Signer carol = Signer.person("Carol Zzz");
        journey.signAndConfirm(carol);
        Api.Answer answer = correct(carol, Map.of("name", "Carol Abel", "reason", "a slip of the pen"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.json())
                .containsEntry("name", "Carol Abel")
                .containsEntry("sortAs", "Abel")
                .containsEntry("version", 2)
                .containsEntry("status", "published");
        assertThat(journey.names("people")).containsExactly("Carol Abel", "Ann Lee", "Bob Roy");
    }

    @Test
    void anotherCategoryMovesListAndTallies() {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);
        journey.awaitTotal(1);
        correct(ann, Map.of("category", "scholars", "affiliation", "PEN", "reason", "she teaches"));
        Counted.await(journey.statement(), "scholars", 1);
        assertThat(Counted.of(journey.statement()).categories()).isEqualTo(Map.of("scholars", 1L));
        assertThat(journey.names("people")).isEmpty();
        assertThat(journey.signatories("scholars"))
                .singleElement()
                .satisfies(signatory -> assertThat(signatory).containsEntry("affiliation", "PEN"));
    }

    @Test
    void whatIsNullIsTakenAwayAndWhatIsLeftOutStays() {
        Signer ann = Signer.person("Ann Lee").with("honorific", "Dr.").with("affiliation", "PEN");
        journey.signAndConfirm(ann);
        Map<String, Object> correction = new HashMap<>(Map.of("reason", "she asked"));
        correction.put("honorific", null);
        assertThat(correct(ann, correction).json())
                .containsEntry("honorific", null)
                .containsEntry("affiliation", "PEN")
                .containsEntry("name", "Ann Lee");
    }

    @Test
    void aWishedSortingStaysWhileTheNameHasItsWords() {
        Signer mao = Signer.person("Mao Dun").with("sortAs", "Mao");
        journey.signAndConfirm(mao);
        assertThat(correct(mao, Map.of("honorific", "Mr.", "reason", "as she signs"))
                        .json())
                .containsEntry("sortAs", "Mao");
        assertThat(correct(mao, Map.of("name", "Mao Dunn", "reason", "a slip")).json())
                .containsEntry("sortAs", "Mao");
        assertThat(correct(mao, Map.of("name", "Shen Yanbing", "reason", "his own name"))
                        .json())
                .containsEntry("sortAs", "Yanbing");
        assertThat(correct(mao, Map.of("sortAs", "Shen", "reason", "family name first"))
                        .json())
                .containsEntry("sortAs", "Shen");
    }

    @Test
    void theSignersLinksStayGood() {
        Signer ann = Signer.person("Ann Lee");
        var asked = journey.sign(ann, 1);
        journey.confirm(asked);
        var receipt = journey.backend().mail(ann.email(), 2);
        correct(ann, Map.of("name", "Anne Lee", "reason", "a slip"));
        assertThat(journey.api().press(Links.confirmation(asked)).json()).isEqualTo(Map.of("status", "published"));
        assertThat(journey.api().press(Links.withdrawal(receipt)).json()).isEqualTo(Map.of("status", "withdrawn"));
    }

    @Test
    void anImportedRowThatWasCorrectedIsNotImportedAgain() {
        journey.publish("people,Ann Leee,,,,");
        String id = journey.imported("people", "Ann Leee", "").text();
        moderator.correct(id, Map.of("name", "Ann Lee", "reason", "a slip"));
        journey.publish("people,Ann Leee,,,,");
        assertThat(journey.names("people")).containsExactly("Ann Lee");
    }

    @Test
    void aStaleRevisionIsRefused() {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);
        assertThat(correct(ann, Map.of("name", "Anna Lee", "reason", "a slip"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(correct(ann, Map.of("name", "Anne Lee", "reason", "a slip"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(correct(ann, Map.of("name", "Anne Lee", "reason", "a slip"), "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofTwoCorrectionsOfOneRevisionOneIsMade() {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);
        List<Callable<Integer>> both = List.of(
                () -> correct(ann, Map.of("name", "Anna Lee", "reason", "a slip"), "If-Match", "\"1\"")
                        .status(),
                () -> correct(ann, Map.of("name", "Anne Lee", "reason", "a slip"), "If-Match", "\"1\"")
                        .status());
        assertThat(AtOnce.all(both)).containsExactlyInAnyOrder(200, 412);
        assertThat(journey.attribute(ann, "name")).isIn("Anna Lee", "Anne Lee");
    }

    @Test
    void correctingWhileTheSignerWithdrawsListsNobody() {
        for (int i = 0; i < 6; i++) {
            Signer ann = Signer.person("Ann Lee " + i);
            String link = Links.withdrawal(journey.signAndConfirm(ann));
            List<Callable<Integer>> both = List.of(
                    () -> correct(ann, Map.of("name", "Anna Lee", "reason", "a slip"))
                            .status(),
                    () -> journey.api().press(link).status());
            List<Integer> answers = AtOnce.all(both);
            assertThat(answers.getFirst()).isIn(200, 409);
            assertThat(answers.getLast()).isEqualTo(200);
        }
        assertThat(journey.names("people")).isEmpty();
        journey.awaitTotal(0);
    }

    @Test
    void aNameOfTheWatchListIsNotReachedByCorrecting() {
        Journey watching = Journey.start(Map.of("\"text\"", "\"watchList\": [\"Justin Trudeau\"], \"text\""));
        Signer ann = Signer.person("Ann Lee");
        watching.signAndConfirm(ann);
        Api.Answer answer = Admin.moderator(watching)
                .correct(Admin.id(watching, ann), Map.of("name", "Justin Trudeau", "reason", "x"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(watching.names("people")).containsExactly("Ann Lee");
    }

    @Test
    void whatIsNotConfirmedIsNoSignature() {
        Signer ann = Signer.person("Ann Lee");
        journey.sign(ann, 1);
        assertThat(correct(ann, Map.of("name", "Anna Lee", "reason", "a slip")).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Map<String, Object> correction = Map.of("name", "Anna Lee", "reason", "a slip");
        assertThat(moderator.correct("nonsense", correction).status()).isEqualTo(404);
        assertThat(moderator.correct("a".repeat(52) + ".person", correction).status())
                .isEqualTo(404);
        Journey other = Journey.start();
        Signer ann = Signer.person("Ann Lee");
        other.signAndConfirm(ann);
        assertThat(moderator.correct(Admin.id(other, ann), correction).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"name": "Ann"}                                       | reason required
        {"reason": "x"}                                       | name required
        {"name": "", "reason": "x"}                           | name required
        {"name": null, "reason": "x"}                         | name required
        {"name": "www.shop.example", "reason": "x"}           | name link
        {"name": 7, "reason": "x"}                            | name type
        {"category": "groups", "reason": "x"}                 | category other-kind
        {"category": "nobody", "reason": "x"}                 | category unknown
        {"category": "scholars", "reason": "x"}               | affiliation required
        {"email": "a@example.org", "name": "A", "reason": "x"} | email unknown
        """)
    void aFlawedCorrectionIsToldItsField(String body, String error) {
        Signer ann = Signer.person("Ann Lee");
        journey.signAndConfirm(ann);
        Api.Answer answer = moderator.send(
                "PATCH", "/signatures/" + Admin.id(journey, ann), body, "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Problems.errors(answer)).containsExactly(error);
        assertThat(journey.attribute(ann, "name")).isEqualTo("Ann Lee");
    }

    private Api.Answer correct(Signer signer, Map<String, Object> correction, String... headers) {
        return moderator.correct(Admin.id(journey, signer), correction, headers);
    }
}
