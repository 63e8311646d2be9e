package org.undersigned.domain;

/** Why a signature is rejected. */
public enum RejectionReason {
    FORGED,
    NO_MANDATE,
    DUPLICATE,
    NOT_GENUINE,
    OFFENSIVE,
    WRONG_CATEGORY,
    ON_REQUEST,
    OTHER
}
