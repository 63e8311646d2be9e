package org.undersigned.domain;

import java.util.Optional;

/** What a signer puts the name to: everything that a confirmation mail shows and a confirmation confirms. */
public record Words(
        String category,
        String name,
        Optional<String> honorific,
        Optional<String> affiliation,
        String sortAs,
        Optional<Contact> contact,
        String language,
        int textVersion,
        boolean listed) {

    /** Does not print the name: it must not reach a log. */
    @Override
    public String toString() {
        return "Words[" + category + "]";
    }

    /** The person who may sign for an organisation. */
    public record Contact(String name, String role) {
        @Override
        public String toString() {
            return "Contact[hidden]";
        }
    }
}
