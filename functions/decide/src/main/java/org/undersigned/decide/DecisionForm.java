package org.undersigned.decide;

import java.util.ArrayList;
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

/** Reads what a moderator sent and finds all that is wrong with it. */
final class DecisionForm {
    static final int MAX_SIGNATURES = 500;

    private static final Set<String> FIELDS = Set.of("decision", "signatures", "reason", "claim");

    /** Of a member's name that nobody knows, in characters. */
    private static final int MAX_SHOWN = 40;

    private final Map<String, Object> json;
    private final List<FieldError> errors = new ArrayList<>();

    private DecisionForm(Map<String, Object> json) {
        this.json = json;
    }

    static Reading read(Map<String, Object> json) {
        return new DecisionForm(json).read();
    }

    private Reading read() {
        for (String key : json.keySet())
            if (!FIELDS.contains(key))
                error(
                        key.length() <= MAX_SHOWN ? key : key.substring(0, MAX_SHOWN - 1) + "…",
                        "unknown",
                        "is not a field; there are claim, decision, reason, signatures");
        Optional<Decision> decision = word("decision", Decision.values());
        if (decision.isEmpty()) error("decision", "unknown", "must be one of " + words(Decision.values()));
        Optional<Reason> reason = reason(decision);
        Claim claim = Claim.ACCEPT;
        if (json.get("claim") != null) {
            claim = word("claim", Claim.values()).orElse(Claim.ACCEPT);
            if (word("claim", Claim.values()).isEmpty())
                error("claim", "unknown", "must be one of " + words(Claim.values()));
        }
        List<String> signatures = signatures();
        if (!errors.isEmpty()) return new Flawed(List.copyOf(errors));
        return new Filled(new Decide.Asked(decision.get(), signatures, reason, claim == Claim.ACCEPT));
    }

    private List<String> signatures() {
        if (json.get("signatures") instanceof List<?> ids
                && !ids.isEmpty()
                && ids.size() <= MAX_SIGNATURES
                && ids.stream().allMatch(String.class::isInstance))
            return ids.stream().map(String.class::cast).toList();
        error("signatures", "invalid", "must be a list of 1 to " + MAX_SIGNATURES + " ids of signatures");
        return List.of();
    }

    private Optional<Reason> reason(Optional<Decision> decision) {
        Object given = json.get("reason");
        if (given == null) {
            if (decision.equals(Optional.of(Decision.REJECT)))
                error("reason", "required", "must say why, beginning with one of " + words(RejectionReason.values()));
            return Optional.empty();
        }
        Optional<Reason> reason = given instanceof String text ? Reason.read(text) : Optional.empty();
        if (reason.isEmpty()) error("reason", "invalid", "must be a text of 1 to " + Reason.MAX_LENGTH + " characters");
        return reason;
    }

    private <E extends Enum<E>> Optional<E> word(String field, E[] words) {
        return json.get(field) instanceof String word ? Term.read(words, word) : Optional.empty();
    }

    private static String words(Enum<?>[] words) {
        return Arrays.stream(words).map(Term::of).collect(Collectors.joining(", "));
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
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
