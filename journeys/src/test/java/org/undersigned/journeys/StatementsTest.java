package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which statements a moderator is shown. */
class StatementsTest {
    private final Journey journey = Journey.start();

    @Test
    void aTokenForSomeShowsThoseWithWhatIsCountedOfThem() {
        Journey other =
                new Journey(journey.backend(), journey.api(), journey.backend().newStatement());
        journey.publish("people,Ann Lee,,,,2026-08-20", "people,Mia Brown,,,,2026-08-21");
        Signer zoe = Signer.person("Zoë Quince").with("category", "scholars").with("affiliation", "PEN");
        journey.signAndConfirm(zoe);
        Admin moderator = Admin.of(
                journey, Map.of("role", "moderator", "statements", List.of(journey.statement(), "no-such-letter")));
        Backend.patiently()
                .untilAsserted(() -> assertThat(moderator.statements())
                        .singleElement()
                        .satisfies(statement -> assertThat(statement)
                                .containsEntry("id", journey.statement())
                                .containsEntry("state", "open")
                                .containsEntry("total", 2)
                                .containsEntry("waiting", 1)
                                .containsEntry("rejected", 0)
                                .containsKey("title")));
        assertThat(Admin.moderator(journey).statements())
                .extracting(statement -> statement.get("id"))
                .contains(journey.statement(), other.statement())
                .isSorted();
    }

    @Test
    void nobodyIsShownAnyWithoutAToken() {
        assertThat(journey.api().stray("GET", "/admin/statements").status()).isEqualTo(401);
    }
}
