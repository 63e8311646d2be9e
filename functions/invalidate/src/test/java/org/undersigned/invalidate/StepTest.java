package org.undersigned.invalidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.undersigned.domain.RejectionReason;
import org.undersigned.invalidate.Invalidation.Asked;
import org.undersigned.invalidate.Invalidation.State;

class StepTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Asked ALICE = new Asked("alice", NOON);

    @ParameterizedTest
    @CsvSource({
        "COUNTING,   refused,   CANCELLING, refused",
        "COUNTED,    REJECTING, CANCELLING, refused",
        "REJECTING,  stays,     CANCELLING, refused",
        "REJECTED,   stays,     refused,    UNDOING",
        "CANCELLING, refused,   stays,      refused",
        "CANCELLED,  refused,   stays,      UNDOING",
        "UNDOING,    refused,   refused,    stays",
        "UNDONE,     refused,   refused,    UNDOING"
    })
    void eachStateTakesItsActions(State state, String reject, String cancel, String undo) {
        assertThat(outcome(Step.Action.REJECT, state)).isEqualTo(reject);
        assertThat(outcome(Step.Action.CANCEL, state)).isEqualTo(cancel);
        assertThat(outcome(Step.Action.UNDO, state)).isEqualTo(undo);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void continuingChangesNothing(State state) {
        assertThat(outcome(Step.Action.CONTINUE, state)).isEqualTo("stays");
    }

    @ParameterizedTest
    @CsvSource({"10, alice, REJECTING", "11, alice, refused", "11, bob, REJECTING", "0, alice, REJECTING"})
    void moreThanOneMayAloneNeedsAnother(int found, String actor, String outcome) {
        assertThat(outcome(Step.of(Step.Action.REJECT, invalidation(State.COUNTED, found), new Asked(actor, NOON), 10)))
                .isEqualTo(outcome);
    }

    private static String outcome(Step.Action action, State state) {
        return outcome(Step.of(action, invalidation(state, 3), ALICE, 10));
    }

    private static String outcome(Step step) {
        return switch (step) {
            case Step.Stays _ -> "stays";
            case Step.Refused _ -> "refused";
            case Step.Becomes(Invalidation after, String _) -> after.state().name();
        };
    }

    private static Invalidation invalidation(State state, int found) {
        var selection = new Selection(
                Optional.empty(), Optional.of("forgers.example"), Optional.empty(), NOON, Optional.empty());
        var asked = Invalidation.asked("letter", "1", selection, RejectionReason.FORGED, ALICE);
        return new Invalidation(
                asked.statement(),
                asked.id(),
                2,
                state,
                selection,
                asked.reason(),
                ALICE,
                Optional.empty(),
                new Progress(
                        found,
                        0,
                        0,
                        Progress.START,
                        asked.progress().pending(),
                        asked.progress().examples()));
    }
}
