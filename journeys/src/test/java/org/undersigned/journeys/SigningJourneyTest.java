package org.undersigned.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undersigned.local.Inbox;

class SigningJourneyTest {
    private final Backend backend = Backend.get();
    private final Api api = backend.api();

    @Test
    void aPersonSignsConfirmsIsCountedOnceAndListed() {
        String statement = backend.newStatement();
        Signer zoe = Signer.person("Zoë O’Brien").with("affiliation", "Baker").with("honorific", "Dr.");

        api.sign(statement, zoe);
        Inbox.Received mail = backend.mail(zoe.email(), 1);
        assertThat(mail.text()).contains("Zoë O’Brien").contains("Open letter").contains("People");
        assertThat(total(statement)).isZero();

        assertThat(api.press(Links.confirmation(mail)).json()).isEqualTo(Map.of("status", "published"));

        Backend.patiently().until(() -> total(statement) == 1);
        var list = api.get("/statements/" + statement + "/categories/people/signatories")
                .json();
        assertThat((List<?>) list.get("signatories")).singleElement().satisfies(signatory -> {
            var fields = (Map<?, ?>) signatory;
            assertThat(fields.get("name")).isEqualTo("Zoë O’Brien");
            assertThat(fields.get("affiliation")).isEqualTo("Baker");
            assertThat(fields.get("honorific")).isEqualTo("Dr.");
        });
        assertThat(list.toString()).doesNotContain("@");
    }

    private long total(String statement) {
        return ((Number) api.get("/statements/" + statement).json().get("total")).longValue();
    }
}
