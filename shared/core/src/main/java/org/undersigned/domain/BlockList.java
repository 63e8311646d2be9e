package org.undersigned.domain;

import java.util.Arrays;
import java.util.Optional;

/** The lists of a statement by which requests are blocked, or are taken as often as they come. */
public enum BlockList {
    ADDRESSES("addresses"),
    DOMAINS("domains"),
    NETWORKS("networks"),
    /** Of an event, say: where many sign over one address. */
    ALLOWED_NETWORKS("allowedNetworks");

    /** In entries. */
    public static final int MAX = 500;

    private final String label;

    BlockList(String label) {
        this.label = label;
    }

    /** As it stands in JSON and tables. */
    public String label() {
        return label;
    }

    public static Optional<BlockList> of(String label) {
        return Arrays.stream(values()).filter(list -> list.label.equals(label)).findFirst();
    }
}
