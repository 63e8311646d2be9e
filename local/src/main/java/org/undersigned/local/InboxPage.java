package org.undersigned.local;

import java.util.List;

/** The inbox for a browser: the newest email first, as text with links that can be followed. */
final class InboxPage {
    private InboxPage() {}

    static String of(List<Inbox.Received> mails) {
        var page = new PlainPage("Inbox of the local run", "Every email that would have been sent, newest first.");
        for (Inbox.Received mail : mails.reversed())
            page.add(mail.subject(), "To " + mail.to() + ", " + mail.at(), linked(mail.text()));
        return page.html();
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
