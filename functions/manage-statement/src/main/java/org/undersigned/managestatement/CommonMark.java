package org.undersigned.managestatement;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders a letter's CommonMark to HTML that any page can show under its own {@code h1}: raw HTML is shown as it was
 * written, links lead to http, https or mailto, and no element has an attribute but {@code href}, {@code title} and
 * {@code start}.
 */
final class CommonMark {
    /** In characters, of one text; an item of DynamoDB has at most 400 KB. */
    static final int MAX_HTML = 350_000;

    private static final int MAX_NESTING = 20;
    private static final Set<String> ATTRIBUTES = Set.of("href", "title", "start");
    private static final Pattern LEADS_OUT =
            Pattern.compile("(?i)https?://[^\\s/?#@\\\\]+([/?#]\\S*)?|mailto:[^\\s@]+@[^\\s@]+");
    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .percentEncodeUrls(true)
            .attributeProviderFactory(
                    _ -> (_, _, attributes) -> attributes.keySet().retainAll(ATTRIBUTES))
            .build();

    private CommonMark() {}

    static Rendering render(String text) {
        Node letter = PARSER.parse(text);
        var contents = new LetterContents();
        letter.accept(contents);
        if (contents.hasImage())
            return new Rendering.Refused(
                    "image", "must not contain an image: link to it, such as [our banner](https://…)");
        for (String destination : contents.destinations())
            if (!LEADS_OUT.matcher(destination).matches())
                return new Rendering.Refused(
                        "link",
                        "must not link to " + shortened(destination)
                                + ": links begin with https://, http:// or mailto:");
        // A link that is written once and used often renders to any length.
        if (contents.linkLength() > MAX_HTML) return tooLong();
        contents.fitHeadings();
        String html = RENDERER.render(letter);
        return html.length() <= MAX_HTML ? new Rendering.Html(html) : tooLong();
    }

    private static Rendering tooLong() {
        return new Rendering.Refused("too-long", "must render to at most " + MAX_HTML + " characters of HTML");
    }

    private static String shortened(String destination) {
        int most = 100;
        return destination.codePointCount(0, destination.length()) <= most
                ? "“" + destination + "”"
                : "“" + destination.substring(0, destination.offsetByCodePoints(0, most)) + "…”";
    }

    /** What a text comes to. */
    sealed interface Rendering {
        record Html(String html) implements Rendering {}

        /** {@code message} says what to do. */
        record Refused(String code, String message) implements Rendering {}
    }
}
