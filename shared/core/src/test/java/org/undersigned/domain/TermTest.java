package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @ParameterizedTest
    @EnumSource
    void everyWordIsReadAsItIsSpelled(Status status) {
        assertThat(Term.of(status)).matches("[a-z]+(-[a-z]+)*");
        assertThat(Term.read(Status.values(), Term.of(status))).contains(status);
    }

    @Test
    void anUnderscoreIsAHyphen() {
        assertThat(Term.of(Admission.TRUSTED_DOMAINS)).isEqualTo("trusted-domains");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IN_REVIEW", "in_review", "In-Review", "in-review "})
    void anotherSpellingIsNoWord(String spelling) {
        assertThat(Term.read(Status.values(), spelling)).isEmpty();
    }
}
