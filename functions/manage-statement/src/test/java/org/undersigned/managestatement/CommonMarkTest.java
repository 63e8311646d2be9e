package org.undersigned.managestatement;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undersigned.managestatement.CommonMark.Rendering;

class CommonMarkTest {

    @Test
    void aLetterHasParagraphsListsEmphasisAndLinks() {
        assertThat(html("""
            We ask the city:

            - stop *all* dumping
            - publish **every** test

            3. third
            4. fourth

            > as [promised](https://city.example/a?b=c&d "the pledge")

            <mailto:us@rivers.example>
            """)).isEqualTo("""
                <p>We ask the city:</p>
                <ul>
                <li>stop <em>all</em> dumping</li>
                <li>publish <strong>every</strong> test</li>
                </ul>
                <ol start="3">
                <li>third</li>
                <li>fourth</li>
                </ol>
                <blockquote>
                <p>as <a href="https://city.example/a?b=c&amp;d" title="the pledge">promised</a></p>
                </blockquote>
                <p><a href="mailto:us@rivers.example">mailto:us@rivers.example</a></p>
                """);
    }

    @ParameterizedTest
    @CsvSource({"'# A\n\n## B', '2 3'", "'## A\n\n### B', '2 3'", "'### A\n\n# B', '4 2'", "'# A\n\n###### B', '2 6'"})
    void headingsStandUnderThePagesTitle(String text, String levels) {
        assertThat(html(text).replaceAll("(?s).*?<h(.)>.</h.>\\s*", "$1 ")).isEqualTo(levels + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <b onclick='x'>b</b> <!-- c -->",
                "<iframe src=https://evil.example></iframe>",
                "```\" onclick=\"x\n</code><script>\n```",
                "``` <img src=x>\ncode\n```",
                "<svg/onload=alert(1)>",
                "[a](https://a.example \"\\\" onmouseover=\\\"x\")",
                "&lt;script&gt;",
                "[a]: https://a.example '\"><script>'\n\n[a]"
            })
    void noMarkupButItsOwnGetsThrough(String text) {
        assertThat(html(text).replaceAll("</?(p|a|pre|code)>|<a href=\"https://a\\.example\" title=\"[^\"<>]*\">", ""))
                .doesNotContain("<", ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](java&#115;cript:alert(1))",
                "[a](data:text/html,x)",
                "[a](/elsewhere)",
                "[a](#note)",
                "[a](//a.example)",
                "[a](https:a.example)",
                "[a](https://bank.example@evil.example/)",
                "[a](https://bank.example\\\\@evil.example/)",
                "[a](ftp://a.example)",
                "[a]( )",
                "<tel:123>",
                "[a]: vbscript:x\n\n[a]"
            })
    void aLinkLeadsToTheWebOrToAMailbox(String text) {
        assertThat(CommonMark.render(text)).isInstanceOfSatisfying(Rendering.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("link");
            assertThat(refused.message()).contains("must not link to “", "https://");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](https://a.example)",
                "[a](HTTP://A.example:8080/b#c)",
                "[a](https://bücher.example/ü)",
                "<us@rivers.example>"
            })
    void suchLinksAreTaken(String text) {
        assertThat(html(text)).contains("<a href=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"![a](https://a.example/b.png)", "[![a](https://a.example/b.png)](https://a.example)"})
    void anImageIsRefusedWithWhatToDo(String text) {
        assertThat(CommonMark.render(text))
                .isEqualTo(new Rendering.Refused(
                        "image", "must not contain an image: link to it, such as [our banner](https://…)"));
    }

    @Test
    void aLinkThatIsUsedOftenCannotFillTheTable() {
        String text = "[a]: https://a.example/" + "x".repeat(10_000) + "\n\n" + "[a] ".repeat(10_000);
        assertThat(CommonMark.render(text))
                .isInstanceOfSatisfying(
                        Rendering.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("too-long"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "*a ",
                "_a*",
                "> ",
                "- ",
                "`",
                "![[",
                "[a](",
                "<",
                "&",
                "**a _b ",
                "\\",
                "~~~\n",
                "[a]: b\n",
                "a](",
                "<!--",
                "*a_"
            })
    @Timeout(value = 20, unit = SECONDS)
    void whateverIsRepeatedComesToAnEnd(String piece) {
        assertThat(CommonMark.render(piece.repeat(75_000 / piece.length()))).isNotNull();
    }

    private static String html(String text) {
        return switch (CommonMark.render(text)) {
            case Rendering.Html(String html) -> html;
            case Rendering.Refused(String code, String message) -> throw new AssertionError(code + ": " + message);
        };
    }
}
