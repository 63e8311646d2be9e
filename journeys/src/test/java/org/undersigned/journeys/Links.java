package org.undersigned.journeys;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.local.Inbox;

/** Finds the links in a mail as its reader does. */
final class Links {
    private static final Pattern LINK =
            Pattern.compile("^(https?://\\S+/(confirmations|withdrawals)/\\S+)$", Pattern.MULTILINE);

    private Links() {}

    static String confirmation(Inbox.Received mail) {
        return find(mail, "confirmations");
    }

    static String withdrawal(Inbox.Received mail) {
        return find(mail, "withdrawals");
    }

    private static String find(Inbox.Received mail, String kind) {
        Matcher links = LINK.matcher(mail.text().replace("\r", ""));
        while (links.find()) if (links.group(2).equals(kind)) return links.group(1);
        throw new AssertionError("no link to " + kind + " in: " + mail.text());
    }
}
