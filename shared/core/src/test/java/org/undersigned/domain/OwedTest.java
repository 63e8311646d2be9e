package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwedTest {
    @Test
    void aLabelSaysWhatIsOwedAndByWhichVersion() {
        assertThat(new Owed(Owed.Kind.RECEIPT, 1).label()).isEqualTo("receipt#1");
    }

    @ParameterizedTest
    @EnumSource
    void everyLabelIsReadBack(Owed.Kind kind) {
        for (int version : new int[] {1, 2, 10, Integer.MAX_VALUE}) {
            Owed owed = new Owed(kind, version);
            assertThat(Owed.read(owed.label())).contains(owed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "receipt", "receipt#", "receipt#x", "receipt#1#2", "Receipt#1", "confirmation#1"})
    void anotherTextIsNoLabel(String text) {
        assertThat(Owed.read(text)).isEmpty();
    }
}
