package org.undersigned.domain;

/** How a statement is moderated: the names that always wait for two approvers, and whether a rejected signer is told by mail. */
public record Moderation(WatchList watchList, boolean rejectionMails) {
    public static final Moderation NONE = new Moderation(WatchList.EMPTY, false);
}
