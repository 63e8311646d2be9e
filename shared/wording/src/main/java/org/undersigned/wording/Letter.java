package org.undersigned.wording;

import java.util.List;
import java.util.Optional;

/** What a mail says, before it takes the form of plain text or HTML. */
record Letter(
        String language,
        String subject,
        String colon,
        List<String> opening,
        List<Fact> facts,
        Optional<Action> action,
        List<String> closing,
        List<Link> links) {

    /** What the reader is asked to do: a sentence, and the link that is a button where there can be one. */
    record Action(String request, String label, String address) {}

    Mail mail() {
        return new Mail(subject, new TextLetter(this).text(), new HtmlLetter(this).html());
    }
}
