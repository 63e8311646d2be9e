package org.undersigned.local;

import java.util.Locale;

/** A page of the local run: a heading, a line about it, and articles; it loads itself again every five seconds. */
final class PlainPage {
    private static final String HEAD = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="5">
        <title>%1$s</title>
        <style>
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
        article { border-top: 1px solid; padding: 1rem 0; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
        </style>
        </head>
        <body>
        <main>
        <h1>%1$s</h1>
        <p>%2$s <a href="/">To the statement</a></p>
        """;

    private final StringBuilder html = new StringBuilder();
    private boolean empty = true;

    PlainPage(String title, String about) {
        html.append(String.format(Locale.ROOT, HEAD, escape(title), escape(about)));
    }

    /** {@code body} is HTML; {@code heading} and {@code line} are text. */
    void add(String heading, String line, String body) {
        empty = false;
        html.append("<article>\n<h2>").append(escape(heading)).append("</h2>\n<p>");
        html.append(escape(line)).append("</p>\n<pre>").append(body).append("</pre>\n</article>\n");
    }

    String html() {
        return html + (empty ? "<p>There is none yet.</p>\n" : "") + "</main>\n</body>\n</html>\n";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
