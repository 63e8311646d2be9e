package org.undersigned.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutOptionsItTakesPort8080KeepsNothingAndLoadsTheSample() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(8080, Optional.empty(), true));
    }

    @Test
    void everyOptionIsFollowed() {
        assertThat(Options.parse(List.of("--port", "0", "--data", "kept", "--no-sample")))
                .isEqualTo(new Options(0, Optional.of(Path.of("kept")), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "eighty", "", "99999999999"})
    void aBadPortIsNamedWithWhatWouldBeRight(String port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--port", port)))
                .withMessage("--port takes a number from 0 to 65535, not " + port + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--data"})
    void aMissingValueIsNamed(String option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of(option)))
                .withMessageStartingWith(option + " needs a value. Usage: ./run-local")
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ports", "-p", "8080", ""})
    void anUnknownOptionIsNamed(String option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of(option)))
                .withMessageStartingWith("There is no option " + option + ". Usage: ./run-local");
    }
}
