package org.undersigned.domain;

/** A network as moderators are told it, such as {@code 192.0.2.0/24} ({@link IpAddress#network()}). */
public record Network(String prefix) {
    /** Does not print where a signer was: it must not reach a log. */
    @Override
    public String toString() {
        return "Network[hidden]";
    }
}
