package org.undersigned.wording;

/** Why a signature was not accepted, as its signer is told. */
public enum Rejection {
    FORGED,
    NO_MANDATE,
    DUPLICATE,
    NOT_GENUINE,
    OFFENSIVE,
    WRONG_CATEGORY,
    ON_REQUEST,
    OTHER
}
