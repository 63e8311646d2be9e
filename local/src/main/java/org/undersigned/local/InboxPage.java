package org.undersigned.local;

import java.util.List;

/** The inbox for a browser: the newest email first, as text with links that can be followed. */
final class InboxPage {
    private static final String PAGE = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="5">
        <title>Inbox of the local run</title>
        <style>
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
        article { border-top: 1px solid; padding: 1rem 0; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
        </style>
        </head>
        <body>
        <main>
        <h1>Inbox of the local run</h1>
        <p>Every email that would have been sent, newest first. <a href="/">To the statement</a></p>
        """;

    private InboxPage() {}

    static String of(List<Inbox.Received> mails) {
        var page = new StringBuilder(PAGE);
        if (mails.isEmpty()) page.append("<p>There is none yet.</p>\n");
        for (Inbox.Received mail : mails.reversed()) {
            page.append("<article>\n<h2>").append(escape(mail.subject())).append("</h2>\n<p>To ");
            page.append(escape(mail.to())).append(", ").append(mail.at()).append("</p>\n<pre>");
            page.append(linked(mail.text())).append("</pre>\n</article>\n");
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String linked(String text) {
        var linked = new StringBuilder();
        for (String line : text.lines().toList()) {
            String escaped = escape(line);
            boolean link = line.strip().matches("https?://\\S+");
            linked.append(link ? "<a href=\"" + escaped.strip() + "\">" + escaped + "</a>" : escaped)
                    .append('\n');
        }
        return linked.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
