package org.undersigned.sendemail;

import org.undersigned.wording.Email;

/**
 * An email that is due, and where it goes. {@code leave} is the link behind {@code List-Unsubscribe}; {@code statement},
 * {@code subject} and {@code kind} say in the tags of Amazon SES what it is about, without a name or an address;
 * {@code ownDoing} is whether its reader alone could cause it, or it comes once a day whoever causes it.
 */
record Due(
        String to,
        Email email,
        String leave,
        String signer,
        String statement,
        String subject,
        String kind,
        boolean ownDoing) {
    /** By which it is counted once. */
    String name() {
        return signer + "." + subject + "#" + kind;
    }

    /** Does not print whom it is for: it must not reach a log. */
    @Override
    public String toString() {
        return "Due[" + kind + "]";
    }
}
