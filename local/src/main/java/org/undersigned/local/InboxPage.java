package org.undersigned.local;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.undersigned.local.Inbox.Received;

/** The inbox for a browser: a mailbox for each address, and each email as its reader sees it, as text, and with its headers. */
final class InboxPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    // Opening and closing of emails must survive, so the page says that there is more instead of loading itself again.
    private static final String HEAD = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Inbox of the local run</title>
        <link rel="icon" href="/icon.svg">
        <style>
        :root { color-scheme: light dark; --line: light-dark(#8c8577, #807a70); font: 1rem/1.5 system-ui, sans-serif; }
        body { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        section { margin-block: 2rem; }
        h1 { font-size: 1.65rem; line-height: 1.25; }
        h2 { padding-block-end: .25rem; border-block-end: 1px solid var(--line); font-size: 1.125rem; }
        summary { padding-block: .5rem; cursor: pointer; }
        summary small { display: block; }
        details details { margin-inline-start: 1rem; }
        iframe { box-sizing: border-box; width: 100%; height: 36rem; border: 1px solid var(--line); border-radius: .3rem; background: Canvas; resize: vertical; }
        pre { white-space: pre-wrap; font: inherit; }
        dt { font-weight: 600; }
        dd { margin: 0; font-family: ui-monospace, monospace; }
        [role=status] { position: sticky; inset-block-start: 0; background: Canvas; }
        </style>
        </head>
        <body>
        <main>
        <h1>Inbox of the local run</h1>
        <p>Every email that would have been sent, by address, newest first. <a href="/">To the statement</a></p>
        <p role="status"></p>
        """;
    private static final String FOOT = """
        </main>
        <script>
        setInterval(async () => {
          const { messages } = await (await fetch("/local/inbox.json")).json();
          if (messages.length === %d) return;
          const link = Object.assign(document.createElement("a"), { href: "", textContent: "Show new emails" });
          document.querySelector("[role=status]").replaceChildren(link);
        }, 3000);
        </script>
        </body>
        </html>
        """;

    private InboxPage() {}

    static String of(List<Received> mails) {
        Map<String, List<Received>> mailboxes = mails.reversed().stream()
                .collect(Collectors.groupingBy(Received::to, LinkedHashMap::new, Collectors.toList()));
        var page = new StringBuilder(HEAD);
        if (mails.isEmpty()) page.append("<p>There is none yet.</p>\n");
        mailboxes.forEach((address, mailbox) -> page.append(section(address, mailbox)));
        return page.append(String.format(Locale.ROOT, FOOT, mails.size())).toString();
    }

    private static String section(String address, List<Received> mailbox) {
        var section = new StringBuilder("<section>\n<h2>" + PlainPage.escape(address) + "</h2>\n");
        for (Received mail : mailbox) section.append(article(mail, mail == mailbox.getFirst()));
        return section + "</section>\n";
    }

    private static String article(Received mail, boolean open) {
        return String.format(
                Locale.ROOT,
                """
                <details%s>
                <summary><strong dir="auto">%s</strong> <small><bdi>%s</bdi> · %s</small></summary>
                %s<details%s>
                <summary>As text</summary>
                <pre dir="auto">%s</pre>
                </details>
                <details>
                <summary>Headers</summary>
                <dl>
                %s</dl>
                </details>
                </details>
                """,
                open ? " open" : "",
                PlainPage.escape(mail.subject()),
                PlainPage.escape(mail.from()),
                TIME.format(mail.at()),
                html(mail),
                mail.html().isEmpty() ? " open" : "",
                linked(mail.text()),
                headers(mail.headers()));
    }

    /** In a frame without rights, from which a link opens a page of its own. */
    private static String html(Received mail) {
        if (mail.html().isEmpty()) return "";
        var html = mail.html().replaceFirst("<head>", "<head><base target=\"_blank\">");
        return "<iframe title=\"" + PlainPage.escape(mail.subject()) + "\" loading=\"lazy\""
                + " sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"" + PlainPage.escape(html)
                + "\"></iframe>\n";
    }

    private static String headers(Map<String, String> headers) {
        var list = new StringBuilder();
        headers.forEach((name, value) -> list.append("<dt>" + PlainPage.escape(name) + "</dt>\n<dd>")
                .append(PlainPage.escape(value))
                .append("</dd>\n"));
        return list.toString();
    }

    private static String linked(String text) {
        var linked = new StringBuilder();
        for (String line : text.lines().toList()) {
            String escaped = PlainPage.escape(line);
            boolean link = line.strip().matches("https?://\\S+");
            linked.append(link ? "<a href=\"" + escaped.strip() + "\">" + escaped + "</a>" : escaped)
                    .append('\n');
        }
        return linked.toString();
    }
}
