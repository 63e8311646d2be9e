package org.undersigned.decide;

/** What became of a signature that was to be decided on. */
enum Outcome {
    APPROVED,
    REJECTED,
    REINSTATED,
    UNCHANGED,
    CONFLICT,
    NOT_FOUND,
    SECOND_APPROVER_NEEDED
}
