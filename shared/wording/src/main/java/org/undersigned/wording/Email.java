package org.undersigned.wording;

import java.util.Optional;

/**
 * An email in both of its forms; the subject is one line, and holds nothing that a signer typed. It comes in the name of
 * the organiser, to whom replies go.
 */
public record Email(String subject, String text, String html, Optional<Organiser> organiser) {
    @Override
    public String toString() {
        return "Email[hidden]";
    }
}
