package org.undersigned.publish;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** The statement's text as elements, and no other ones than {@code text.js} lets pass. */
final class LetterText {
    private static final int DEEPEST = 6;

    private static final Safelist KEPT = new Safelist()
            .addTags("p", "br", "ul", "ol", "li", "a", "em", "strong", "h1", "h2", "h3", "h4", "h5", "h6")
            .addTags("blockquote", "code", "pre", "hr")
            .addAttributes("a", "href")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https", "mailto");

    private LetterText() {}

    static void append(Element place, Letter letter) {
        Element text = new Cleaner(KEPT)
                .clean(Jsoup.parse(letter.text("textHtml").orElseThrow()))
                .body();
        text.select("a").forEach(LetterText::link);
        // The page's own heading stands above those of the text.
        for (int level = DEEPEST - 1; level > 0; level--)
            text.select("h" + level).tagName("h" + (level + 1));
        place.appendChildren(text.childNodesCopy());
    }

    private static void link(Element link) {
        if (link.hasAttr("href")) link.attr("rel", "noopener nofollow");
        else link.tagName("span");
    }
}
