package org.undersigned.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void aFailureIsDescribedByTypesAndPlacesAlone() {
        var failure = new IllegalStateException("anna@example.org", new IllegalArgumentException("Anna"));
        assertThat(Failure.describe(failure))
                .startsWith("java.lang.IllegalStateException at org.undersigned.lambda.FailureTest.")
                .contains("; caused by java.lang.IllegalArgumentException at ")
                .doesNotContain("anna@", "Anna");
    }
}
