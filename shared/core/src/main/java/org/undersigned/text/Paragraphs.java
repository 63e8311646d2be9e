package org.undersigned.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plain text as HTML: paragraphs where lines are empty, line breaks where they are not. */
public final class Paragraphs {
    private Paragraphs() {}

    public static String html(String text) {
        return Stream.of(escaped(text).split("\n\\s*\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> "<p>" + paragraph.replace("\n", "<br>\n") + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
