package org.undersigned.decide;

/** The outcome of a decision for one signature. */
enum Outcome {
    APPROVED,
    REJECTED,
    EDIT_REJECTED,
    REINSTATED,
    UNCHANGED,
    CONFLICT,
    NOT_FOUND,
    SECOND_APPROVER_NEEDED
}
