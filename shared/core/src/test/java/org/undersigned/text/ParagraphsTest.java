package org.undersigned.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphsTest {

    @Test
    void emptyLinesPartParagraphsAndOthersBreakLines() {
        assertThat(Paragraphs.html("One\ntwo\n \n\n  three\n")).isEqualTo("<p>One<br>\ntwo</p>\n<p>three</p>\n");
    }

    @Test
    void markupIsShownAsItWasWritten() {
        assertThat(Paragraphs.html("<b onclick=\"x\">&amp;</b>"))
                .isEqualTo("<p>&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;</p>\n");
    }
}
