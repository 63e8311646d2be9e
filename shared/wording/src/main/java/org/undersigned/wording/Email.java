package org.undersigned.wording;

/** An email in both of its forms; the subject is one line, and holds nothing that a signer typed. */
public record Email(String subject, String text, String html) {
    @Override
    public String toString() {
        return "Email[hidden]";
    }
}
