package org.undersigned.wording;

import java.util.Optional;

/**
 * An email in both of its forms; the subject is one line, and holds nothing that a signer typed. It comes in the name of
 * the organiser, to whom replies go; {@code language} is a BCP 47 tag.
 */
public record Email(String subject, String text, String html, Optional<Organiser> organiser, String language) {
    @Override
    public String toString() {
        return "Email[hidden]";
    }
}
