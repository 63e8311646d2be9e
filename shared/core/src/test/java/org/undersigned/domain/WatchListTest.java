package org.undersigned.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchListTest {
    private static final WatchList LIST = new WatchList(List.of("Margaret Atwood", "Ai Weiwei", "王伟"));

    @ParameterizedTest
    @ValueSource(
            strings = {"Margaret Atwood", "MARGARET ATWOOD", "Atwood, Margaret", "Margret Atwod", "Márgaret Atwood"})
    void aNameIsHeldHoweverItIsWritten(String name) {
        assertThat(LIST.match(name)).contains("Margaret Atwood");
        assertThat(LIST.holds(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Margaret Laurence", "Atwood", "王芳", "Ann Lee"})
    void othersAreNotHeld(String name) {
        assertThat(LIST.match(name)).isEmpty();
        assertThat(LIST.holds(name)).isFalse();
    }

    @Test
    void theNameOfTheListIsAnswered() {
        assertThat(LIST.match("weiwei ai")).contains("Ai Weiwei");
        assertThat(LIST.match("王伟")).contains("王伟");
    }

    @Test
    void theEmptyListHoldsNobody() {
        assertThat(WatchList.EMPTY.holds("Margaret Atwood")).isFalse();
        assertThat(WatchList.EMPTY.holds("")).isFalse();
    }
}
