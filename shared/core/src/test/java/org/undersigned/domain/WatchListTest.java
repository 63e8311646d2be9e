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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J\u00ADor\u00ADdan\u00AD Ex\u00ADam\u00ADple",
                "Prof. Jordan Example",
                "Jordan Example, MP",
                "Jordan Example (author)",
                "The real Jordan Example",
                "Jordan Middle Example",
                "J o r d a n Example",
                "J o r d a n E x a m p l e",
                "Jor.dan Exam.ple",
                "Jordan E. Example",
                "Jordan Example CC OOnt",
                "Jordan Example .",
                "Dr. Jordn Example",
                "JORDANEXAMPLE",
                "Jor\u200Bdan Exam\u200Dple",
                "Jo\u2062rd\u2062an Example",
                "Jo\uDB40\uDC41rd\uDB40\uDC42an Example",
                "J\u043Erd\u0430n \u0415xampl\u0435",
                "\u0408\u043Erd\u0430n Ex\u0430mpl\u0435",
                "Jοrdαn Εxamρle",
                "𝐉𝐨𝐫𝐝𝐚𝐧 𝐄𝐱𝐚𝐦𝐩𝐥𝐞",
                "Ｊｏｒｄａｎ Ｅｘａｍｐｌｅ",
                "Jordan\u00A0Example",
                "山田 太郎",
                "山田　太郎",
                "山田太郎 教授"
            })
    void nothingThatLooksLikeAListedNameGoesRound(String shown) {
        assertThat(new WatchList(List.of("Jordan Example", "山田太郎")).holds(shown))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jordan", "Example", "Jordan Miller", "山田花子", "Jo Example", "Anna Lee", "Jordana Exam"})
    void whoSharesPartOfAListedNameDoesNotWait(String shown) {
        assertThat(new WatchList(List.of("Jordan Example", "山田太郎")).holds(shown))
                .isFalse();
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
