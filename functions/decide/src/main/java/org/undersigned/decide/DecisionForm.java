package org.undersigned.decide;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undersigned.admin.Reason;
import org.undersigned.domain.Decision;
import org.undersigned.domain.FieldError;
import org.undersigned.domain.RejectionReason;
import org.undersigned.domain.Term;
import org.undersigned.forms.Field;
import org.undersigned.forms.Form;

/** Reads what a moderator sent and finds all that is wrong with it. */
final class DecisionForm {
    static final int MAX_SIGNATURES = 500;

    private static final Set<String> FIELDS = Set.of("decision", "signatures", "reason", "claim");

    private DecisionForm() {}

    static Reading read(Map<String, Object> json) {
        Form form = Form.of(json, FIELDS);
        Optional<Decision> decision = form.required("decision").term(Decision.values());
        Optional<Reason> reason = reason(form.optional("reason"), decision);
        Claim claim = form.optional("claim").term(Claim.values()).orElse(Claim.ACCEPT);
        List<Decide.Named> signatures = form.required("signatures").list(MAX_SIGNATURES, "ids of signatures").stream()
                .flatMap(signature -> named(signature).stream())
                .toList();
        if (!form.isSound()) return new Flawed(form.errors());
        return new Filled(new Decide.Asked(decision.get(), signatures, reason, claim == Claim.ACCEPT));
    }

    /** An id, or an object that holds it beside the version which the moderator saw. */
    private static Optional<Decide.Named> named(Field field) {
        if (!field.isObject()) return field.text().map(id -> new Decide.Named(id, Optional.empty()));
        return field.object(Set.of("id", "version")).flatMap(named -> {
            Optional<Integer> version = named.optional("version").number();
            return named.required("id").text().map(id -> new Decide.Named(id, version));
        });
    }

    private static Optional<Reason> reason(Field field, Optional<Decision> decision) {
        Optional<Reason> reason = Reason.read(field);
        if (reason.isEmpty() && field.isSound() && decision.equals(Optional.of(Decision.REJECT)))
            field.error(
                    "required",
                    "must say why, beginning with one of "
                            + Arrays.stream(RejectionReason.values())
                                    .map(Term::of)
                                    .collect(Collectors.joining(", ")));
        return reason;
    }

    /** What approving does with an imported row of the same name. */
    private enum Claim {
        ACCEPT,
        DECLINE
    }

    /** What a form was found to be. */
    sealed interface Reading {}

    record Filled(Decide.Asked asked) implements Reading {}

    record Flawed(List<FieldError> errors) implements Reading {}
}
