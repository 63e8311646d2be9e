package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undersigned.journeys.Target.Kind.EMBEDDED;
import static org.undersigned.journeys.Target.Kind.TESTCONTAINERS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What other systems are told. */
@OnlyOn(
        value = {EMBEDDED, TESTCONTAINERS},
        because = "two streams, a bus and a queue behind each other take longer there than a journey waits")
class EventsTest {
    private static final Set<String> FIELDS = Set.of(
            "schema", "id", "signature", "statement", "category", "status", "version", "signedOn", "since", "totals");

    @Test
    void eachChangeOfStatusIsToldWithTotalsAndWithoutNamesOrAddresses() {
        Journey journey = Journey.start();
        Admin moderator = Admin.moderator(journey);
        Signer ann = Signer.person("Ann Lee");
        Signer cat = Signer.person("Cat Lee").with("category", "scholars").with("affiliation", "PEN");

        var receipt = journey.signAndConfirm(ann);
        Map<?, ?> published = event(journey, "signature.published", ann);
        assertThat(published.keySet()).isEqualTo(FIELDS);
        assertThat(published.get("schema")).isEqualTo(1);
        assertThat(published.get("category")).isEqualTo("people");
        assertThat(published.get("status")).isEqualTo("published");
        assertThat(published.get("version")).isEqualTo(1);
        assertThat(published.get("signedOn")).isEqualTo(journey.attribute(ann, "signedOn"));
        assertThat(published.get("since")).isEqualTo(journey.attribute(ann, "since"));
        assertThat(published.get("totals")).isEqualTo(Map.of("statement", 1, "category", 1));

        journey.signAndConfirm(cat);
        assertThat(event(journey, "signature.in-review", cat).get("totals"))
                .isEqualTo(Map.of("statement", 1, "category", 0));
        moderator.decide("approve", journey.id(cat));
        assertThat(event(journey, "signature.published", cat).get("totals"))
                .isEqualTo(Map.of("statement", 2, "category", 1));

        journey.api().press(Links.withdrawal(receipt));
        Map<?, ?> withdrawn = event(journey, "signature.withdrawn", ann);
        assertThat(withdrawn.get("version")).isEqualTo(2);
        assertThat(withdrawn.get("totals")).isEqualTo(Map.of("statement", 1, "category", 0));
    }

    @Test
    void aRejectionIsTold() {
        Journey journey = Journey.start();
        Signer dan = Signer.person("Dan Lee").with("category", "scholars").with("affiliation", "PEN");
        journey.signAndConfirm(dan);
        Admin.moderator(journey).decide("reject", journey.id(dan));
        assertThat(event(journey, "signature.rejected", dan).get("category")).isEqualTo("scholars");
    }

    @Test
    void aPublishedSignatureThatMovesIsToldWithItsNewCategoryAndOtherCorrectionsAreNot() {
        Journey journey = Journey.start();
        Signer eve = Signer.person("Eve Lee").with("affiliation", "PEN");
        journey.signAndConfirm(eve);
        event(journey, "signature.published", eve);
        Admin moderator = Admin.moderator(journey);
        moderator.correct(journey.id(eve), Map.of("honorific", "Dr.", "reason", "as asked"));
        moderator.correct(journey.id(eve), Map.of("category", "scholars", "reason", "as asked"));

        Backend.patiently()
                .until(() -> journey.backend()
                                .events(journey.statement(), "signature.published")
                                .size()
                        == 2);
        assertThat(journey.backend().events(journey.statement(), "signature.published"))
                .extracting(detail -> (Object) detail.get("category"))
                .containsExactlyInAnyOrder("people", "scholars");
    }

    @Test
    void anImportThatJumpsOverThresholdsTellsEachOfThemOnce() {
        Journey journey = Journey.start(Map.of("\"text\"", "\"thresholds\": [2, 5, 1000], \"text\""));
        journey.publish(IntStream.range(0, 7)
                .mapToObj(i -> "people,Ann Lee " + i + ",,,,2026-08-20")
                .toArray(String[]::new));
        Backend.patiently().until(() -> thresholds(journey).size() == 2);

        Signer fay = Signer.person("Fay Lee");
        var receipt = journey.signAndConfirm(fay);
        event(journey, "signature.published", fay);
        journey.api().press(Links.withdrawal(receipt));
        event(journey, "signature.withdrawn", fay);

        assertThat(thresholds(journey)).containsExactlyInAnyOrder(2, 5);
        assertThat(journey.backend().events(journey.statement(), "statement.threshold-reached"))
                .allSatisfy(detail -> {
                    assertThat(detail.get("id"))
                            .isEqualTo(journey.statement() + ".threshold-reached." + detail.get("threshold"));
                    assertThat((Integer) detail.get("total")).isGreaterThanOrEqualTo((Integer) detail.get("threshold"));
                });
    }

    private static List<Object> thresholds(Journey journey) {
        return journey.backend().events(journey.statement(), "statement.threshold-reached").stream()
                .map(detail -> (Object) detail.get("threshold"))
                .toList();
    }

    /** Waits for the one about the signature of a signer. */
    private static Map<?, ?> event(Journey journey, String type, Signer signer) {
        String id = journey.id(signer);
        Backend.patiently().until(() -> about(journey, type, id).size() == 1);
        return about(journey, type, id).getFirst();
    }

    private static List<Map<?, ?>> about(Journey journey, String type, String id) {
        return journey.backend().events(journey.statement(), type).stream()
                .filter(detail -> id.equals(detail.get("signature")))
                .toList();
    }
}
