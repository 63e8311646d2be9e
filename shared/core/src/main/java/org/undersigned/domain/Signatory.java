package org.undersigned.domain;

import java.util.Optional;

/** A signer as the public sees them. */
public record Signatory(
        String name, Optional<String> honorific, Optional<String> affiliation, String signedOn, String sortKey) {}
