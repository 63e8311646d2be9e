package org.undersigned.domain;

import java.util.List;
import java.util.Map;

/** A section of a statement's list; {@code name} and {@code description} are by language, the latter may be empty. */
public record Category(
        String id,
        Map<String, String> name,
        Map<String, String> description,
        Signs signs,
        Affiliation affiliation,
        Admission admission,
        List<String> domains,
        Order order) {

    /** The status of a signature under this category once its address is confirmed. */
    public Status statusOnceConfirmed(Address address) {
        boolean published = switch (admission) {
            case AUTOMATIC -> true;
            case REVIEWED -> false;
            case TRUSTED_DOMAINS -> domains.stream().anyMatch(address::isUnder);
        };
        return published ? Status.PUBLISHED : Status.IN_REVIEW;
    }
}
