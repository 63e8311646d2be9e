package org.undersigned.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.undersigned.admin.Reason;
import org.undersigned.domain.Decision;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.RejectionReason;

class DecisionFormTest {
    @Test
    void aFilledFormIsAskedFor() {
        var asked = filled(form("reason", "forged: her office knows nothing"));
        assertThat(asked.decision()).isEqualTo(Decision.REJECT);
        assertThat(asked.signatures())
                .extracting(Decide.Named::id, Decide.Named::version)
                .containsExactly(
                        tuple("a", Optional.empty()), tuple("b", Optional.of(3)), tuple("a", Optional.empty()));
        assertThat(asked.reason()).contains(new Reason(RejectionReason.FORGED, "forged: her office knows nothing"));
        assertThat(asked.acceptsClaim()).isTrue();
        assertThat(filled(form("claim", "accept")).acceptsClaim()).isTrue();
        assertThat(filled(form("claim", "decline")).acceptsClaim()).isFalse();
    }

    @Test
    void aRejectionSaysWhy() {
        assertThat(flawed(form("reason", null)))
                .containsExactly(new FieldError(
                        "reason",
                        "required",
                        "must say why, beginning with one of forged, no-mandate, duplicate, not-genuine, offensive,"
                                + " wrong-category, on-request, other"));
        assertThat(filled(form("decision", "approve", "reason", null)).reason()).isEmpty();
    }

    @Test
    void aReasonIsATextOfBoundedLength() {
        for (String reason : List.of("", " ", "\u00A0", "\u200B"))
            assertThat(errors(form("reason", reason))).containsExactly("reason required");
        for (String reason : List.of("a\u0007b", "a\u202Eb", "a\uE000b"))
            assertThat(errors(form("reason", reason))).containsExactly("reason forbidden-character");
        assertThat(errors(form("reason", "x".repeat(501)))).containsExactly("reason too-long");
        assertThat(errors(form("reason", 7))).containsExactly("reason type");
        assertThat(errors(form("reason", "x".repeat(500)))).isEmpty();
    }

    @Test
    void allErrorsAreToldAtOnce() {
        assertThat(errors(new HashMap<>())).containsExactly("decision required", "signatures required");
        assertThat(errors(form("decision", "like", "claim", "perhaps", "signatures", "a", "reasons", "x")))
                .containsExactlyInAnyOrder("decision unknown", "claim unknown", "signatures type", "reasons unknown");
    }

    @Test
    void signaturesAreNamedByTheirIdsAndTheVersionsThatWereSeen() {
        assertThat(errors(form("signatures", List.of()))).containsExactly("signatures required");
        assertThat(errors(form("signatures", List.of("a", 1)))).containsExactly("signatures[1] type");
        assertThat(errors(form("signatures", List.of("a", Map.of("version", 1), Map.of("id", 1)))))
                .containsExactly("signatures[1].id required", "signatures[2].id type");
        assertThat(errors(form("signatures", List.of(Map.of("id", "a", "version", "2", "at", "b")))))
                .containsExactlyInAnyOrder("signatures[0].at unknown", "signatures[0].version type");
        List<String> many = new ArrayList<>(Collections.nCopies(500, "a"));
        assertThat(errors(form("signatures", many))).isEmpty();
        many.add("a");
        assertThat(flawed(form("signatures", many)))
                .containsExactly(
                        new FieldError("signatures", "too-many", "must be a list of 1 to 500 ids of signatures"));
    }

    private static Decide.Asked filled(Map<String, Object> form) {
        var reading = DecisionForm.read(form);
        assertThat(reading).isInstanceOf(DecisionForm.Filled.class);
        return ((DecisionForm.Filled) reading).asked();
    }

    private static List<FieldError> flawed(Map<String, Object> form) {
        return switch (DecisionForm.read(form)) {
            case DecisionForm.Flawed(var errors) -> errors;
            case DecisionForm.Filled _ -> List.of();
        };
    }

    private static List<String> errors(Map<String, Object> form) {
        return flawed(form).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private static Map<String, Object> form(Object... changes) {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", "reject");
        form.put("signatures", List.of("a", Map.of("id", "b", "version", 3), "a"));
        form.put("reason", "x");
        for (int i = 0; i < changes.length; i += 2) form.put((String) changes[i], changes[i + 1]);
        return form;
    }
}
