package org.undersigned.wording;

/** A mail in both of its forms; the subject is one line. */
public record Mail(String subject, String text, String html) {}
