package org.undersigned.domain;

import java.util.Optional;

/** A signer as the public sees them. */
public record Signatory(
        String name, Optional<String> honorific, Optional<String> affiliation, String signedOn, String sortKey) {

    /** As the list shows the signer: honorific and name. */
    public String shown() {
        return honorific.map(given -> given + " " + name).orElse(name);
    }
}
