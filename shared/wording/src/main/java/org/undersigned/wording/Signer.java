package org.undersigned.wording;

/** Whom a signature is for; some sentences differ. */
enum Signer {
    PERSON,
    ORGANISATION
}
