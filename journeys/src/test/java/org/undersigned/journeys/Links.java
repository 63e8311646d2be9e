package org.undersigned.journeys;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undersigned.local.Inbox;

/** Finds the links in an email as its reader does. */
final class Links {
    private static final Pattern LINK = Pattern.compile(
            "^(https?://\\S+/(confirmations|signatures|withdrawals|refusals)/\\S+)$", Pattern.MULTILINE);

    private Links() {}

    static String confirmation(Inbox.Received email) {
        return find(email, "confirmations");
    }

    /** To the signer's own page. */
    static String own(Inbox.Received email) {
        return find(email, "signatures");
    }

    static String withdrawal(Inbox.Received email) {
        return find(email, "withdrawals");
    }

    static String refusal(Inbox.Received email) {
        return find(email, "refusals");
    }

    private static String find(Inbox.Received email, String kind) {
        Matcher links = LINK.matcher(email.text().replace("\r", ""));
        while (links.find()) if (links.group(2).equals(kind)) return links.group(1);
        throw new AssertionError("no link to " + kind + " in: " + email.text());
    }
}
