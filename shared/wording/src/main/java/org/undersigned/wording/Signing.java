package org.undersigned.wording;

import java.util.Optional;

/** What is about to be signed, or was, as a page or email tells it; every text is made one line. */
public record Signing(
        String title,
        String category,
        String name,
        Optional<String> honorific,
        Optional<String> affiliation,
        Optional<String> contact,
        boolean organisation,
        boolean listed,
        About about) {

    public Signing {
        title = oneLine(title);
        category = oneLine(category);
        name = oneLine(name);
        honorific = honorific.map(Signing::oneLine);
        affiliation = affiliation.map(Signing::oneLine);
        contact = contact.map(Signing::oneLine);
    }

    /** A line break would end an email's subject and begin a header of somebody else's choice. */
    static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Isolate.isBidiControl(c)) {
                line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
            }
        }
        return line.toString();
    }

    Signer signer() {
        return organisation ? Signer.ORGANISATION : Signer.PERSON;
    }

    /** What follows once it was confirmed or approved just now. */
    String whatFollows(Messages messages, boolean inReview) {
        if (inReview) return messages.reviewComes();
        return listed ? messages.countedAndListed() : messages.countedNotListed();
    }

    @Override
    public String toString() {
        return "Signing[hidden]";
    }
}
