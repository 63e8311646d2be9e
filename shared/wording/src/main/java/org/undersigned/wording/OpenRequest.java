package org.undersigned.wording;

/** A signing request that can still be confirmed; the form sends its id as {@code request}. */
public record OpenRequest(String id, Signing signing) {
    @Override
    public String toString() {
        return "OpenRequest[hidden]";
    }
}
