package org.undersigned.wording;

import java.util.Optional;

/** Who is behind a statement and answers questions about it. */
public record Organiser(String name, String emailAddress, Optional<String> url) {

    public Organiser {
        name = Signing.oneLine(name);
        emailAddress = Signing.oneLine(emailAddress);
        url = About.webAddress(url);
    }

    String isolated() {
        return Isolate.of(name);
    }

    /** As a link (RFC 6068). */
    String mailto() {
        return "mailto:"
                + emailAddress
                        .replace("%", "%25")
                        .replace("?", "%3F")
                        .replace("&", "%26")
                        .replace("#", "%23")
                        .replace("/", "%2F");
    }
}
