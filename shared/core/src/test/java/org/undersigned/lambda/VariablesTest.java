package org.undersigned.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
    @Test
    void whatIsMissingIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(Map.of()).required("A_TABLE"))
                .withMessage("The environment variable A_TABLE is not set");
    }

    @Test
    void numbersAndDurationsAreRead() {
        assertThat(of(Map.of("N", "60")).number("N")).isEqualTo(60);
        assertThat(of(Map.of("D", "PT10M")).duration("D")).isEqualTo(Duration.ofMinutes(10));
        assertThat(of(Map.of("D", "P7D")).duration("D")).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "many", " 1", "99999999999"})
    void whatIsNoNumberAboveZeroIsSaidByItsName(String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(Map.of("N", value)).number("N"))
                .withMessageContaining("N must be a whole number above 0, not " + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1M", "10", "10M", "P1Y"})
    void whatIsNoDurationAboveZeroIsSaidByItsName(String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(Map.of("D", value)).duration("D"))
                .withMessageContaining("D must be a duration such as PT10M, not " + value);
    }

    private static Variables of(Map<String, String> values) {
        return name -> Optional.ofNullable(values.get(name));
    }
}
