package org.undersigned.domain;

/** Whether a category's signers say where they belong. */
public enum Affiliation {
    REQUIRED,
    OPTIONAL,
    NONE
}
