package org.undersigned.wording;

/** An address and the words that lead to it. */
record Link(String label, String address) {}
