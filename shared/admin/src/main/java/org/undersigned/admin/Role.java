package org.undersigned.admin;

/** What somebody may do: moderators review; administrators also define statements, import, and export addresses. */
public enum Role {
    MODERATOR,
    ADMINISTRATOR
}
