package org.undersigned.domain;

/** Who signs under a category. */
public enum Signs {
    PERSON,
    ORGANISATION
}
